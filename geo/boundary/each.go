package boundary

import (
	"context"
	"io"
	"runtime"
	"sync"

	"zhenjie/geo"
	"zhenjie/geo/feature"
	"zhenjie/geo/format"
)

// Each reads a file feature by feature. Decoding, locating and work, which
// must be safe for that, run on all cores; emit gets the results in file order
// on the caller's goroutine. The first error in file order ends it, after emit
// has had everything before; so does an error of emit, or the end of ctx.
// Memory stays bounded whatever the file's size: little is read ahead of emit.
func Each[T any](ctx context.Context, path string, o Options, work func(Located) T, emit func(T) error) (Summary, error) {
	f, err := format.Open(path)
	if err != nil {
		return Summary{}, err
	}
	defer f.Close()
	return eachOf(ctx, f, o, work, emit)
}

func eachOf[T any](ctx context.Context, f *format.File, o Options, work func(Located) T, emit func(T) error) (Summary, error) {
	s, err := each(ctx, f, o, work, emit)
	return s, geo.InFile(err, f.Path)
}

func each[T any](ctx context.Context, f *format.File, o Options, work func(Located) T, emit func(T) error) (Summary, error) {
	loc, err := newLocator(o, f.Format.LonLat)
	if err != nil {
		return Summary{}, err
	}
	if o.Limits == (feature.Limits{}) {
		o.Limits = feature.DefaultLimits
	}
	src := feature.Source{
		Path: f.Path, Text: &counted{Reader: f, total: f.Size, progress: o.Progress},
		At: f, Size: f.Size, CRSGiven: o.From != "", Attributes: o.Attributes, Limits: o.Limits,
	}
	layers := layers{wanted: o.Layer}
	mended := func(l Located) T {
		if o.Repair != nil {
			l.repair(*o.Repair)
		}
		return work(l)
	}
	line := startLine(ctx, f.Format.Read(src), func(ctx context.Context, b feature.Batch) done[T] {
		return decode(ctx, b, &layers, loc, mended)
	})
	defer line.stop()
	var sum summary
	for r := range line.results {
		d := <-r
		sum.features += len(d.items)
		sum.add(d.heard)
		for _, t := range d.items {
			if err := ctx.Err(); err != nil {
				return Summary{}, err
			}
			if err := emit(t); err != nil {
				return Summary{}, err
			}
		}
		if d.err != nil {
			return Summary{}, d.err
		}
		line.taken()
	}
	if err := ctx.Err(); err != nil {
		return Summary{}, err
	}
	if sum.features == 0 {
		if err := layers.missing(); err != nil {
			return Summary{}, err
		}
	}
	return sum.summary(f.Format.Name), nil
}

// done is what became of a batch.
type done[T any] struct {
	items []T
	heard []remark
	err   error
}

// line is the production line: one goroutine cuts, the workers decode, and the
// results wait in file order.
type line[T any] struct {
	results chan chan done[T]
	tokens  chan struct{} // one for each batch between cutter and emit
	cancel  context.CancelFunc
	running sync.WaitGroup
}

type job[T any] struct {
	batch feature.Batch
	reply chan done[T]
}

func startLine[T any](ctx context.Context, batches feature.Batches, decode func(context.Context, feature.Batch) done[T]) *line[T] {
	ctx, cancel := context.WithCancel(ctx)
	workers := runtime.GOMAXPROCS(0)
	depth := workers + 2
	l := &line[T]{
		// Wide enough for every token, so that sending never waits.
		results: make(chan chan done[T], depth), tokens: make(chan struct{}, depth), cancel: cancel,
	}
	jobs := make(chan job[T], depth)
	for range workers {
		l.running.Go(func() {
			for j := range jobs {
				j.reply <- decode(ctx, j.batch)
			}
		})
	}
	l.running.Go(func() {
		defer close(l.results)
		defer close(jobs)
		l.cut(ctx, batches, jobs)
	})
	return l
}

// cut hands the batches to the workers, and their replies to the results.
func (l *line[T]) cut(ctx context.Context, batches feature.Batches, jobs chan<- job[T]) {
	for batch, err := range batches {
		select {
		case l.tokens <- struct{}{}:
		case <-ctx.Done():
			return
		}
		reply := make(chan done[T], 1)
		l.results <- reply
		if err != nil {
			reply <- done[T]{err: err}
			return
		}
		jobs <- job[T]{batch, reply}
	}
}

// taken says that a batch has been emitted and the next may be cut.
func (l *line[T]) taken() { <-l.tokens }

// stop ends the line and waits for its goroutines.
func (l *line[T]) stop() {
	l.cancel()
	l.running.Wait()
}

func decode[T any](ctx context.Context, batch feature.Batch, layers *layers, loc *locator, work func(Located) T) (d done[T]) {
	for f, err := range batch {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			d.err = err
			return d
		}
		if !layers.want(f.Layer) {
			continue
		}
		l, notes, err := loc.locate(f)
		if err != nil {
			d.err = err
			return d
		}
		if notes = append(notes, f.Notes...); len(notes) > 0 {
			d.heard = append(d.heard, remark{f.Index, notes})
		}
		d.items = append(d.items, work(l))
	}
	return d
}

// counted reports how much has been read.
type counted struct {
	io.Reader
	read, total int64
	progress    func(read, total int64)
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	if c.read += int64(n); c.progress != nil {
		c.progress(c.read, c.total)
	}
	return n, err
}
