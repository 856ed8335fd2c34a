# make run    open the desktop on the sample town (without a display: the same job on the command line)
# make test   install what the tests need, and run them (a slow disk may take its time)
# make check  formatting, vet, staticcheck, import directions, race detector
# make bench  benchmarks; make bench-peers compares with GDAL, mapshaper, Turf.js and Planimeter
# make overlay  compare all 100,000 pairs of shapes with GEOS's areas (make test takes 5,000)
# make ime    type Chinese into the window through a real input method (Linux)

GO      ?= go
OUT     := build
VERSION := $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
LDFLAGS := -s -w -X zhenjie/app/cli.version=$(VERSION)

# Packages that need neither a window nor C.
PLAIN = $(shell $(GO) list -tags nodesktop ./... | grep -v /app/desktop)

ifeq ($(OS),Windows_NT)
DISPLAYED := yes
EXE := .exe
else ifeq ($(shell uname -s),Darwin)
DISPLAYED := yes
else
DISPLAYED := $(if $(DISPLAY)$(WAYLAND_DISPLAY),yes,)
endif

.PHONY: run test check overlay bench bench-peers build build-cli ime screenshot clean

ifeq ($(DISPLAYED),yes)
run: build
	$(OUT)/zhenjie$(EXE) --sample
else
run: build-cli
	@echo "没有图形界面：改在命令行完成同样的工作。 / No display: doing the same job on the command line."
	$(OUT)/zhenjie-cli$(EXE) sample $(OUT)/sample --force || [ $$? -eq 1 ]
endif

build:
	scripts/need window
	$(GO) build -ldflags "$(LDFLAGS)" -o $(OUT)/zhenjie$(EXE) .

build-cli:
	CGO_ENABLED=0 $(GO) build -tags nodesktop -ldflags "$(LDFLAGS)" -o $(OUT)/zhenjie-cli$(EXE) .

test:
	scripts/need tests
	$(GO) test -timeout 40m ./...

check:
	scripts/need tests
	@test -z "$$(gofmt -l . | tee /dev/stderr)" || { echo "run gofmt -w on these files" >&2; exit 1; }
	$(GO) vet ./...
	$(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2 ./...
	$(GO) test ./app -run Imports
	$(GO) test -race -tags nodesktop $(PLAIN)

bench:
	$(GO) test -run '^$$' -bench . -benchmem $(PLAIN) ./app/desktop/mapview

bench-peers:
	bench/peers.sh

overlay:
	PAIRS=all $(GO) test ./geo/topology -run OverlayAgreesWithGEOS -v

ime: build
	scripts/ime

screenshot: build
	scripts/screenshot docs/images

clean:
	rm -rf $(OUT)
