// A query in the address: in the fragment, which never leaves the browser.
export interface SharedQuery {
  readonly query: string;
  readonly run: boolean;
}

export function sharedQuery(address: Location): SharedQuery | undefined {
  const parameters = new URLSearchParams(address.hash.slice(1));
  const query = parameters.get("query") ?? new URLSearchParams(address.search).get("query");
  return query ? { query, run: parameters.get("run") === "1" } : undefined;
}

export function shareAddress(query: string): string {
  const page = location.href.split(/[?#]/, 1)[0] ?? "";
  return `${page}#query=${encodeURIComponent(query)}&run=1`;
}
