// A dataset in, an engine out that answers queries in a worker and can be stopped.
import { pageLanguage } from "../base/words";
import { mentionsIn } from "./mentions";
import { absent, faulty, type Note } from "./notes";
import { patternsIn } from "./patterns";
import { problemOf, type Problem } from "./problem";
import type { DatasetText, Reply, Request } from "./protocol";
import type { Terms } from "./terms";

/** An answer with what readers are told beside it. */
export interface Answered extends Extract<Reply, { kind: "answer" }> {
  readonly notes: readonly Note[];
}

/** The name of the error of a query that was stopped: the page has its own copy of each class. */
export const STOPPED = "Stopped";

function stopped(): Error {
  const error = new Error(STOPPED);
  error.name = STOPPED;
  return error;
}

export interface Engine {
  readonly quads: number;
  query(text: string, terms: Terms): Promise<Answered>;
  /** What readers are told of a query that was refused with this message. */
  problem(message: string, query: string, terms: Terms): Problem;
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
    problem: (message, query, { prefixes }) => problemOf(message, query, prefixes),
    query: async (text, terms) => {
      const namespaces = Object.values(terms.prefixes);
      const mentions = mentionsIn(text, namespaces);
      const patterns = patternsIn(text);
      const named = { iris: [...mentions.places.keys()], namespaces };
      const asked = { text, language: pageLanguage, named, patterns: patterns.map(({ question }) => question) };
      const reply = await channel.ask({ kind: "query", ...asked });
      if (reply.kind !== "answer") throw new Error("no answer");
      return { ...reply, notes: [...faulty(text, patterns, reply.tried), ...absent(text, terms, mentions, reply.absent)] };
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
