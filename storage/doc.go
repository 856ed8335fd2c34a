// Package storage keeps a project in one file: an OGC GeoPackage 1.3 that any
// GIS opens, with the boundary as the layers 规划范围 and 核心区, the places of
// projects as the layer 建设项目, and the plan's other parts and its history in
// tables beside them.
//
// # The history
//
// A step is its name, its time and the parts of the plan it changed, as they
// were after it; the plan at a step is the newest value of each part up to
// there. Nothing is replayed, so that a repaired algorithm changes no old plan.
// Each value has a checksum, because SQLite has none. Undo moves a number; the
// next commit drops what was undone.
//
// # Attached files
//
// Their contents lie beside the history, each once, under its SHA-256, in pieces
// of 1 MB (BenchmarkKeep: 20 MB in 0.36 s, 1 MB of memory). A content is on the
// disk before a step refers to it. It stays as long as any step does, undone ones
// included; what no step refers to any more goes when the project is opened.
//
// # While a project is open
//
// The file is locked for everybody else, by SQLite's own locks, which end with
// the process: nothing stale is left by a crash, and the next Open takes what
// was acknowledged out of the write-ahead log. Close leaves one file, which can
// be mailed. An open project must not be copied as a file, since the log beside
// it belongs to it; CopyTo makes a whole one. On macOS no other code of the
// process may even open and close the file, because its locks would go.
//
// The journal was chosen by measurement (BenchmarkCommit: one corner of 1,000
// moved, 2 cores, ext4 on a virtual disk; syncs counted by strace):
//
//	exclusive write-ahead log    0.64 ms   1.2 syncs   in use
//	shared write-ahead log       0.62 ms   1.2 syncs
//	rollback journal             1.52 ms   4.1 syncs
//	exclusive rollback journal   1.42 ms   4.1 syncs
//
// On a disk that takes 5 ms a sync the first two stay below 10 ms and the
// others do not. The shared log would let another program look into an open
// project, but also change it unseen; it needs shared memory, which network
// drives do not have. MoveTo takes 0.7 ms; Open, with every page checked, 44 ms
// for 2,000 steps (33 MB).
//
// # Files from elsewhere
//
// Open checks before it writes: a damaged file stays as it is, and Salvage
// reads what is left. Edits that other programs made to the layers become a
// step. Tables of ours that are not plain tables, and triggers on them, are
// refused, so that a file cannot run anything; sizes and depths are bounded.
package storage
