package area

import (
	"runtime"
	"sync"
	"sync/atomic"
)

const (
	chunkEdges   = 4096           // edges that one chunk of a ring holds
	parallelFrom = 8 * chunkEdges // smaller rings are not worth a goroutine
)

// overEdges walks the n edges of a ring in chunks of a fixed size and joins the
// chunks' results in ring order, so that the answer is the same to the last bit
// on any number of cores. walk must be safe to call from several goroutines.
func overEdges[T any](n int, walk func(lo, hi int) T, join func(*T, T)) T {
	if n < parallelFrom {
		total := walk(0, min(n, chunkEdges))
		for lo := chunkEdges; lo < n; lo += chunkEdges {
			join(&total, walk(lo, min(n, lo+chunkEdges)))
		}
		return total
	}
	parts := make([]T, (n+chunkEdges-1)/chunkEdges)
	var next atomic.Int64
	var done sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(parts)) {
		done.Go(func() {
			for i := int(next.Add(1) - 1); i < len(parts); i = int(next.Add(1) - 1) {
				parts[i] = walk(i*chunkEdges, min(n, (i+1)*chunkEdges))
			}
		})
	}
	done.Wait()
	for _, part := range parts[1:] {
		join(&parts[0], part)
	}
	return parts[0]
}
