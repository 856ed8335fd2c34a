//go:build linux

// Command peers times zhenjie and other programs on the same files and prints
// wall time, processor time, peak memory and the ratios. bench/peers.sh installs
// the programs and makes the files.
//
//	go run ./bench/peers -zhenjie BIN -window BIN -data DIR -node DIR
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// job is one command to time; file, if set, is its standard input.
type job struct {
	name  string
	args  []string
	stdin string
	runs  int
}

// figures are the medians of a job's runs.
type figures struct {
	wall, cpu time.Duration
	mib       float64
}

func main() {
	log.SetFlags(0)
	bin := flag.String("zhenjie", "build/zhenjie-cli", "the program to measure")
	window := flag.String("window", "build/zhenjie", "the program with the window linked, whose start is measured if it is there")
	data := flag.String("data", "build/bench", "where the files are")
	node := flag.String("node", "build/bench/node", "where node_modules is")
	flag.Parse()

	towns, outline := filepath.Join(*data, "towns"), filepath.Join(*data, "outline")
	zhenjie := func(file string, args ...string) job {
		args = append([]string{"area"}, args...)
		return job{name: "zhenjie " + strings.Join(args, " "), args: append(append([]string{*bin, "--json"}, args...), file+".geojson"), runs: 5}
	}
	turf := func(file string) job {
		return job{name: "Turf.js area", args: []string{"node", "--max-old-space-size=4096", filepath.Join(*node, "turf.js"), file + ".geojson"}, runs: 5}
	}
	gdal := func(file string) job {
		return job{name: "GDAL ogrinfo -ro -al -so", args: []string{"ogrinfo", "-ro", "-al", "-so", file + ".geojson"}, runs: 3}
	}
	compare("10,000 towns × 200 vertices", zhenjie(towns), gdal(towns), turf(towns),
		job{name: "mapshaper -info", args: []string{filepath.Join(*node, "node_modules/.bin/mapshaper"), towns + ".geojson", "-info"}, runs: 3},
		job{name: "Planimeter", args: []string{"Planimeter"}, stdin: towns + ".txt", runs: 1})
	compare("the same, one area each", zhenjie(towns, "--method", "geodesic"), turf(towns))
	compare("one polygon of 1,000,000 vertices", zhenjie(outline), gdal(outline), turf(outline))
	// Without -so GDAL reads every feature, as zhenjie does; of a shapefile -so looks at the header only.
	for _, format := range []struct{ name, ext string }{{"a shapefile", ".shp"}, {"DXF", ".dxf"}, {"KML", ".kml"}, {"a GeoPackage", ".gpkg"}} {
		file := towns + format.ext
		compare("the 10,000 towns as "+format.name, job{name: "zhenjie area", args: []string{*bin, "--json", "area", "--method", "geodesic", file}, runs: 5},
			job{name: "GDAL ogrinfo -ro -al", args: []string{"ogrinfo", "-ro", "-al", file}, runs: 3},
			job{name: "GDAL ogrinfo -geom=SUMMARY", args: []string{"ogrinfo", "-ro", "-al", "-geom=SUMMARY", file}, runs: 3})
	}
	compare("start", starts(*bin, *window)...)
}

// starts are commands that hardly do anything but start.
func starts(programs ...string) (jobs []job) {
	town := "assets/sample/town/extent.geojson"
	for _, bin := range programs {
		if _, err := os.Stat(bin); err != nil {
			continue
		}
		for _, args := range [][]string{{"--version"}, {"area", town}, {"check", town}} {
			jobs = append(jobs, job{name: filepath.Base(bin) + " " + args[0], args: append([]string{bin}, args...), runs: 21})
		}
	}
	return jobs
}

// compare runs the jobs in turn, so that all meet the same machine, and prints
// a row for each; the ratio is the first row's wall time against the row's.
func compare(title string, jobs ...job) {
	rounds := 0
	for _, j := range jobs {
		rounds = max(rounds, j.runs)
	}
	taken := make([][]figures, len(jobs))
	for round := range rounds {
		for i, j := range jobs {
			if round < j.runs {
				taken[i] = append(taken[i], run(j))
			}
		}
	}
	fmt.Printf("%-32s %9s %9s %9s %8s\n", title, "wall s", "cpu s", "peak MiB", "ratio")
	first := median(taken[0])
	for i, j := range jobs {
		m := median(taken[i])
		fmt.Printf("%-32s %9.3f %9.3f %9.0f %8.3f\n", j.name, m.wall.Seconds(), m.cpu.Seconds(), m.mib, first.wall.Seconds()/m.wall.Seconds())
	}
	fmt.Println()
}

func run(j job) figures {
	cmd := exec.Command(j.args[0], j.args[1:]...)
	if j.stdin != "" {
		f, err := os.Open(j.stdin)
		if err != nil {
			log.Fatal(err)
		}
		defer f.Close()
		cmd.Stdin = f
	}
	start := time.Now()
	err := cmd.Run()
	wall := time.Since(start)
	// Status 1 is an answer too: a rule that is not met.
	if cmd.ProcessState == nil || cmd.ProcessState.ExitCode()&^1 != 0 {
		log.Fatalf("%s: %v", j.name, err)
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return figures{wall, cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), float64(usage.Maxrss) / 1024}
}

func median(all []figures) figures {
	mid := len(all) / 2
	slices.SortFunc(all, func(a, b figures) int { return int(a.wall - b.wall) })
	return all[mid]
}
