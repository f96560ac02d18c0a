// A dataset in, an engine out that answers queries in a worker and can be stopped.
import { pageLanguage } from "../base/words";
import type { DatasetText, Named, Reply, Request } from "./protocol";

export type Answered = Extract<Reply, { kind: "answer" }>;

/** The name of the error of a query that was stopped: the page has its own copy of each class. */
export const STOPPED = "Stopped";

function stopped(): Error {
  const error = new Error(STOPPED);
  error.name = STOPPED;
  return error;
}

export interface Engine {
  readonly quads: number;
  query(text: string, named: Named): Promise<Answered>;
  /** Ends the running query and the engine with it. */
  stop(): void;
}

export async function startEngine(
  dataset: DatasetText,
  wasm: Uint8Array<ArrayBuffer>,
  script: string,
): Promise<Engine> {
  // A worker from a blob: one from an address cannot be started from file:.
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const channel = new Channel(new Worker(address));
  const module = await unpacked(wasm);
  const ready = await channel.ask({ kind: "start", wasm: module, dataset }, [module]);
  URL.revokeObjectURL(address);
  if (ready.kind !== "ready") throw new Error("no engine");
  return {
    quads: ready.quads,
    stop: () => channel.end(),
    query: async (text, named) => {
      const reply = await channel.ask({ kind: "query", text, language: pageLanguage, named });
      if (reply.kind !== "answer") throw new Error("no answer");
      return reply;
    },
  };
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

/** One question at a time to a worker. */
class Channel {
  private refuse: (reason: Error) => void = () => undefined;
  private ended = false;

  constructor(private readonly worker: Worker) {}

  ask(request: Request, transfer: Transferable[] = []): Promise<Reply> {
    if (this.ended) return Promise.reject(stopped());
    return new Promise((resolve, reject) => {
      this.refuse = reject;
      this.worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        if (data.kind === "failed") reject(new Error(data.message));
        else resolve(data);
      };
      this.worker.onerror = (event) => reject(new Error(event.message || "worker"));
      this.worker.postMessage(request, transfer);
    });
  }

  end(): void {
    this.ended = true;
    this.worker.terminate();
    this.refuse(stopped());
  }
}
