// Loaded on first use: the engine's wasm (compressed) and its worker.
import wasm from "gzip:oxigraph/web_bg.wasm";
import worker from "worker:sparql-worker";
import { startEngine } from "./sparql/engine";

window.onrecordEngine = (dataset) => startEngine(dataset, wasm, worker);
