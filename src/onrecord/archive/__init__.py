"""Many articles in, N-Quads shards, pages and one register of entities out; on one machine or on
a cluster, with the same bytes."""
