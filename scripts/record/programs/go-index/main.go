// Builds an index of words, twice over: what it computes costs CPU, and what it keeps costs memory.
//
// Planted causes: joinFields glues a record together with +, so every field copies all that came before
// (CPU, and bytes allocated); remember keeps a copy of every 16th record for ever (bytes in use). The
// function that allocates most is not the one that keeps most.
//
// Usage: go-index <records> <cpu.pb.gz> <heap.pb.gz>
package main

import (
	"fmt"
	"hash/fnv"
	"os"
	"runtime"
	"runtime/pprof"
	"strconv"
)

var kept [][]byte

//go:noinline
func joinFields(fields []string) string {
	record := ""
	for _, field := range fields {
		record += field + ","
	}
	return record
}

//go:noinline
func makeFields(number int) []string {
	fields := make([]string, 0, 24)
	for i := 0; i < 24; i++ {
		fields = append(fields, "field-"+strconv.Itoa(number*31+i))
	}
	return fields
}

//go:noinline
func addToIndex(index map[uint64]int, record string) {
	hash := fnv.New64a()
	hash.Write([]byte(record))
	index[hash.Sum64()%4096]++
}

//go:noinline
func remember(record string) {
	kept = append(kept, []byte(record))
}

//go:noinline
func indexRecords(records int) map[uint64]int {
	index := make(map[uint64]int)
	for number := 0; number < records; number++ {
		record := joinFields(makeFields(number))
		addToIndex(index, record)
		if number%16 == 0 {
			remember(record)
		}
	}
	return index
}

func writeHeapProfile(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	runtime.GC() // so that "in use" is what is really still reachable
	return pprof.Lookup("heap").WriteTo(file, 0)
}

func run(records int, cpuPath, heapPath string) error {
	file, err := os.Create(cpuPath)
	if err != nil {
		return err
	}
	defer file.Close()
	if err := pprof.StartCPUProfile(file); err != nil {
		return err
	}
	index := indexRecords(records)
	pprof.StopCPUProfile()
	fmt.Println(len(index), "buckets,", len(kept), "records kept")
	return writeHeapProfile(heapPath)
}

func main() {
	records, err := strconv.Atoi(os.Args[1])
	if err == nil {
		err = run(records, os.Args[2], os.Args[3])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
