// franz-go as an entrant of the benchmarks: does one workload once and prints what it took as a line of JSON. See ../child.mjs.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand"
	"os"
	"sort"
	"strings"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"
)

type task struct {
	BootstrapServers string `json:"bootstrapServers"`
	Topic            string `json:"topic"`
	GroupID          string `json:"groupId"`
	Kind             string `json:"kind"`
	Count            int    `json:"count"`
	WarmUp           int    `json:"warmUp"`
	InFlight         int    `json:"inFlight"`
	ValueBytes       int    `json:"valueBytes"`
	Acks             int    `json:"acks"`
	Compression      string `json:"compression"`
}

type result struct {
	Seconds       float64 `json:"seconds"`
	CPUSeconds    float64 `json:"cpuSeconds"`
	Count         int     `json:"count"`
	Written       int     `json:"written,omitempty"`
	Sum           *uint32 `json:"sum,omitempty"`
	FirstRecordMs float64 `json:"firstRecordMs,omitempty"`
	P50           float64 `json:"p50,omitempty"`
	P99           float64 `json:"p99,omitempty"`
	P999          float64 `json:"p999,omitempty"`
	PeakRssMiB    float64 `json:"peakRssMiB"`
	Version       string  `json:"version"`
}

func main() {
	var t task
	check(json.Unmarshal([]byte(os.Args[1]), &t))
	var r result
	switch t.Kind {
	case "bulk", "single":
		r = produce(t)
	case "awaited":
		r = awaited(t)
	case "consume":
		r = consume(t)
	default:
		check(fmt.Errorf("no workload of kind %s", t.Kind))
	}
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	r.PeakRssMiB = float64(usage.Maxrss) / 1024
	r.Version = "1.22.2"
	check(json.NewEncoder(os.Stdout).Encode(r))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func cpuSeconds() float64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano()).Seconds()
}

var words = []string{"order", "paid", "sent", "late", "gift", "none", "again", "twice", "north", "south", "amber", "green"}

// records of the same shape as ../records.mjs makes.
func makeRecords(t task) []kgo.Record {
	random := rand.New(rand.NewSource(41000))
	towns := []string{"Prague", "Berlin", "Vienna", "Paris", "Rome"}
	records := make([]kgo.Record, min(10000, 10000000/t.ValueBytes))
	for i := range records {
		text := fmt.Sprintf(`{"id":%d,"user":"user-%d","amount":%.2f,"town":"%s","note":"`,
			i, random.Intn(5000), float64(random.Intn(1000000))/100, towns[random.Intn(5)])
		var value strings.Builder
		value.WriteString(text)
		for value.Len() < t.ValueBytes {
			value.WriteString(words[random.Intn(len(words))] + " ")
		}
		records[i] = kgo.Record{
			Topic: t.Topic,
			Key:   []byte(fmt.Sprintf("k%09d", random.Intn(1000000000))),
			Value: []byte(value.String()[:t.ValueBytes-2] + `"}`),
		}
	}
	return records
}

func producer(t task) *kgo.Client {
	codecs := map[string]kgo.CompressionCodec{
		"none": kgo.NoCompression(), "gzip": kgo.GzipCompression(), "snappy": kgo.SnappyCompression(),
		"lz4": kgo.Lz4Compression(), "zstd": kgo.ZstdCompression(),
	}
	options := []kgo.Opt{
		kgo.SeedBrokers(t.BootstrapServers),
		kgo.ProducerBatchCompression(codecs[t.Compression]),
		kgo.MaxBufferedRecords(10000),
	}
	if t.Acks == 1 {
		options = append(options, kgo.RequiredAcks(kgo.LeaderAck()), kgo.DisableIdempotentWrite())
	}
	if t.Kind == "awaited" {
		options = append(options, kgo.ProducerLinger(0))
	}
	client, err := kgo.NewClient(options...)
	check(err)
	return client
}

func produce(t task) result {
	records := makeRecords(t)
	client := producer(t)
	ctx := context.Background()
	first := records[0]
	check(client.ProduceSync(ctx, &first).FirstErr())
	var failed atomic.Value
	cpuBefore, begin := cpuSeconds(), time.Now()
	for i := 0; i < t.Count; i++ {
		record := records[i%len(records)]
		client.Produce(ctx, &record, func(_ *kgo.Record, err error) {
			if err != nil {
				failed.Store(err)
			}
		})
	}
	check(client.Flush(ctx))
	r := result{Seconds: time.Since(begin).Seconds(), CPUSeconds: cpuSeconds() - cpuBefore, Count: t.Count, Written: t.Count + 1}
	if err := failed.Load(); err != nil {
		check(err.(error))
	}
	client.Close()
	return r
}

func awaited(t task) result {
	records := makeRecords(t)
	client := producer(t)
	ctx := context.Background()
	first := records[0]
	check(client.ProduceSync(ctx, &first).FirstErr())
	times := make([]float64, t.Count)
	cpuBefore, begin := cpuSeconds(), time.Now()
	for i := -t.WarmUp; i < t.Count; i++ {
		if i == 0 {
			cpuBefore, begin = cpuSeconds(), time.Now()
		}
		record := records[(i+t.WarmUp)%len(records)]
		sent := time.Now()
		check(client.ProduceSync(ctx, &record).FirstErr())
		if i >= 0 {
			times[i] = float64(time.Since(sent).Nanoseconds()) / 1e6
		}
	}
	r := result{Seconds: time.Since(begin).Seconds(), CPUSeconds: cpuSeconds() - cpuBefore, Count: t.Count, Written: t.Count + t.WarmUp + 1}
	sort.Float64s(times)
	at := func(part float64) float64 { return times[int(float64(len(times))*part)] }
	r.P50, r.P99, r.P999 = at(0.5), at(0.99), at(0.999)
	client.Close()
	return r
}

func consume(t task) result {
	cpuBefore, begin := cpuSeconds(), time.Now()
	client, err := kgo.NewClient(
		kgo.SeedBrokers(t.BootstrapServers),
		kgo.ConsumerGroup(t.GroupID),
		kgo.ConsumeTopics(t.Topic),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
	)
	check(err)
	var r result
	var sum uint32
	for r.Count < t.Count {
		fetches := client.PollFetches(context.Background())
		for _, failure := range fetches.Errors() {
			check(failure.Err)
		}
		fetches.EachRecord(func(record *kgo.Record) {
			if r.Count == 0 {
				r.FirstRecordMs = float64(time.Since(begin).Nanoseconds()) / 1e6
			}
			key, value := record.Key, record.Value
			sum += uint32(key[0]) + uint32(key[len(key)-1])*3 + uint32(len(key))*7 +
				uint32(value[0])*5 + uint32(value[len(value)-1])*11 + uint32(len(value))
			r.Count++
		})
	}
	r.Seconds, r.CPUSeconds, r.Sum = time.Since(begin).Seconds(), cpuSeconds()-cpuBefore, &sum
	client.Close()
	return r
}
