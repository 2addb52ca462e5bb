// franz-go against a broker.
package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/twmb/franz-go/pkg/kadm"
	"github.com/twmb/franz-go/pkg/kgo"
	"github.com/twmb/franz-go/pkg/sasl/oauth"
	"github.com/twmb/franz-go/pkg/sasl/plain"
	"github.com/twmb/franz-go/pkg/sasl/scram"
)

type saslConfig struct{ Mechanism, Username, Password, Token string }

type config struct {
	Name, Bootstrap, Topic, Group, Compression, TransactionalID, CA, Cert, Key string
	Count                                                                      int
	Sasl                                                                       *saslConfig
	Attempts                                                                   []config
}

type result map[string]any

var codecs = map[string]kgo.CompressionCodec{
	"": kgo.NoCompression(), "none": kgo.NoCompression(), "gzip": kgo.GzipCompression(), "snappy": kgo.SnappyCompression(),
	"lz4": kgo.Lz4Compression(), "zstd": kgo.ZstdCompression(),
}

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func client(c config, extra ...kgo.Opt) *kgo.Client {
	options := []kgo.Opt{kgo.SeedBrokers(strings.Split(c.Bootstrap, ",")...), kgo.ProducerBatchCompression(codecs[c.Compression])}
	if c.CA != "" {
		pem, err := os.ReadFile(c.CA)
		check(err)
		pool := x509.NewCertPool()
		pool.AppendCertsFromPEM(pem)
		trust := &tls.Config{RootCAs: pool}
		if c.Cert != "" {
			certificate, err := tls.LoadX509KeyPair(c.Cert, c.Key)
			check(err)
			trust.Certificates = []tls.Certificate{certificate}
		}
		options = append(options, kgo.DialTLSConfig(trust))
	}
	if c.Sasl != nil {
		auth := scram.Auth{User: c.Sasl.Username, Pass: c.Sasl.Password}
		switch c.Sasl.Mechanism {
		case "PLAIN":
			options = append(options, kgo.SASL(plain.Auth{User: c.Sasl.Username, Pass: c.Sasl.Password}.AsMechanism()))
		case "SCRAM-SHA-256":
			options = append(options, kgo.SASL(auth.AsSha256Mechanism()))
		case "SCRAM-SHA-512":
			options = append(options, kgo.SASL(auth.AsSha512Mechanism()))
		case "OAUTHBEARER":
			options = append(options, kgo.SASL(oauth.Auth{Token: c.Sasl.Token}.AsMechanism()))
		}
	}
	made, err := kgo.NewClient(append(options, extra...)...)
	check(err)
	return made
}

func records(c config, prefix string) []*kgo.Record {
	made := make([]*kgo.Record, c.Count)
	for i := range made {
		key, value := fmt.Sprintf("key-%d", i%17), fmt.Sprintf("%s-%d", prefix, i)
		made[i] = &kgo.Record{Topic: c.Topic, Key: []byte(key), Value: []byte(value)}
	}
	return made
}

func produce(ctx context.Context, c config) {
	producer := client(c)
	defer producer.Close()
	check(producer.ProduceSync(ctx, records(c, "value")...).FirstErr())
}

type reader struct {
	mutex    sync.Mutex
	read     []string
	distinct map[string]bool
	want     int
	done     chan struct{}
	failed   chan error
}

func newReader(want int) *reader {
	return &reader{distinct: map[string]bool{}, want: want, done: make(chan struct{}), failed: make(chan error, 1)}
}

func (r *reader) add(record *kgo.Record) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	text := string(record.Key) + "=" + string(record.Value)
	r.read = append(r.read, text)
	before := len(r.distinct)
	r.distinct[text] = true
	if before < r.want && len(r.distinct) == r.want {
		close(r.done)
	}
}

// Joins the group and reads until its context ends; the channel is closed when it has partitions.
func (r *reader) member(ctx context.Context, c config, extra ...kgo.Opt) (*kgo.Client, chan struct{}) {
	assigned := make(chan struct{})
	var once sync.Once
	onAssigned := func(_ context.Context, _ *kgo.Client, given map[string][]int32) {
		if len(given) > 0 {
			once.Do(func() { close(assigned) })
		}
	}
	options := []kgo.Opt{kgo.ConsumerGroup(c.Group), kgo.ConsumeTopics(c.Topic), kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.HeartbeatInterval(200 * time.Millisecond), kgo.OnPartitionsAssigned(onAssigned)}
	consumer := client(c, append(options, extra...)...)
	go func() {
		for ctx.Err() == nil {
			fetches := consumer.PollFetches(ctx)
			if fetches.IsClientClosed() {
				return
			}
			if err := fetches.Err0(); err != nil {
				select {
				case r.failed <- err:
				default:
				}
			}
			fetches.EachRecord(r.add)
		}
	}()
	return consumer, assigned
}

func (r *reader) wait(ctx context.Context) []string {
	select {
	case <-r.done:
	case err := <-r.failed:
		check(err)
	case <-ctx.Done():
		check(fmt.Errorf("%d of %d records came", len(r.distinct), r.want))
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	return r.read
}

func roundTrip(ctx context.Context, c config) result {
	produce(ctx, c)
	r := newReader(c.Count)
	consumer, _ := r.member(ctx, c)
	defer consumer.Close()
	return result{"read": r.wait(ctx)}
}

func rebalance(ctx context.Context, c config) result {
	r := newReader(c.Count)
	first, firstAssigned := r.member(ctx, c)
	second, secondAssigned := r.member(ctx, c)
	<-firstAssigned
	<-secondAssigned
	produce(ctx, c)
	check(first.CommitUncommittedOffsets(ctx))
	first.Close()
	read := r.wait(ctx)
	second.Close()
	return result{"read": read}
}

func transactions(ctx context.Context, c config) result {
	producer := client(c, kgo.TransactionalID(c.TransactionalID))
	for _, name := range []string{"committed", "aborted", "last"} {
		check(producer.BeginTransaction())
		check(producer.ProduceSync(ctx, records(c, name)...).FirstErr())
		check(producer.EndTransaction(ctx, kgo.TransactionEndTry(name != "aborted")))
	}
	producer.Close()
	r := newReader(2 * c.Count)
	consumer, _ := r.member(ctx, c, kgo.FetchIsolationLevel(kgo.ReadCommitted()))
	read := r.wait(ctx)
	consumer.Close()
	return result{"read": read}
}

func admin(ctx context.Context, c config) result {
	adm := kadm.NewClient(client(c))
	defer adm.Close()
	hour := "3600000"
	_, err := adm.CreateTopic(ctx, 2, 1, map[string]*string{"retention.ms": &hour}, c.Topic)
	check(err)
	updated, err := adm.UpdatePartitions(ctx, 4, c.Topic)
	check(err)
	check(updated[c.Topic].Err)
	described, err := adm.DescribeTopicConfigs(ctx, c.Topic)
	check(err)
	retention := ""
	for _, entry := range described[0].Configs {
		if entry.Key == "retention.ms" {
			retention = entry.MaybeValue()
		}
	}
	offsets := kadm.Offsets{}
	offsets.AddOffset(c.Topic, 0, 0, -1)
	check(adm.CommitAllOffsets(ctx, c.Group, offsets))
	groups, err := adm.ListGroups(ctx)
	check(err)
	ends, err := adm.ListEndOffsets(ctx, c.Topic)
	check(err)
	endOffsets := make([]int64, 4)
	ends.Each(func(end kadm.ListedOffset) { endOffsets[end.Partition] = end.Offset })
	_, listed := groups[c.Group]
	deletedGroups, err := adm.DeleteGroups(ctx, c.Group)
	check(err)
	check(deletedGroups.Error())
	deleted, err := adm.DeleteTopics(ctx, c.Topic)
	check(err)
	check(deleted.Error())
	topics, err := adm.ListTopics(ctx)
	check(err)
	return result{"partitions": len(endOffsets), "retentionMs": retention, "groupListed": listed, "endOffsets": endOffsets,
		"topicDeleted": !topics.Has(c.Topic)}
}

// Tries a way in: what was read by it, or why it leads nowhere.
func attempt(ctx context.Context, c config) (found result) {
	defer func() {
		if reason := recover(); reason != nil {
			found = result{"error": fmt.Sprint(reason)}
		}
	}()
	enter := client(c, kgo.RetryTimeout(2*time.Second), kgo.RequestRetries(0))
	defer enter.Close()
	check(enter.Ping(ctx))
	return roundTrip(ctx, c)
}

func attempts(ctx context.Context, c config) result {
	found := result{}
	var mutex sync.Mutex
	var tried sync.WaitGroup
	for _, one := range c.Attempts {
		tried.Go(func() {
			result := attempt(ctx, one)
			mutex.Lock()
			defer mutex.Unlock()
			found[one.Name] = result
		})
	}
	tried.Wait()
	return found
}

func main() {
	defer func() {
		if reason := recover(); reason != nil {
			fmt.Fprintln(os.Stderr, reason)
			os.Exit(1)
		}
	}()
	scenarios := map[string]func(context.Context, config) result{
		"roundTrip": roundTrip, "rebalance": rebalance, "transactions": transactions, "admin": admin, "attempts": attempts,
	}
	var c config
	check(json.Unmarshal([]byte(os.Args[2]), &c))
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	check(json.NewEncoder(os.Stdout).Encode(scenarios[os.Args[1]](ctx, c)))
}
