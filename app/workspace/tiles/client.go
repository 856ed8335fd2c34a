package tiles

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"

	"zhenjie/geo"
	"zhenjie/geo/basemap"
)

// client asks servers, a few requests at a time.
type client struct {
	http  *http.Client
	slots chan struct{}
	pause time.Duration // before a request
}

const (
	atOnce    = 4
	timeout   = 15 * time.Second
	agent     = "Zhenjie/1 (desktop planning tool)"
	redirects = 3
)

// errNone says that the server has no such tile.
var errNone = errors.New("no such tile")

// shared is the one client of the program.
var shared = sync.OnceValue(func() *client { return newClient(120 * time.Millisecond) })

func newClient(pause time.Duration) *client {
	dialer := &net.Dialer{Timeout: 8 * time.Second}
	transport := &http.Transport{
		Proxy: http.ProxyFromEnvironment, DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
		MaxConnsPerHost: atOnce, MaxIdleConns: 2 * atOnce, IdleConnTimeout: time.Minute,
		TLSHandshakeTimeout: 8 * time.Second, ResponseHeaderTimeout: timeout, MaxResponseHeaderBytes: 64 << 10,
	}
	return &client{
		http: &http.Client{Transport: transport, Timeout: timeout, CheckRedirect: func(_ *http.Request, via []*http.Request) error {
			if len(via) > redirects {
				return http.ErrUseLastResponse
			}
			return nil
		}},
		slots: make(chan struct{}, atOnce), pause: pause,
	}
}

// get asks for an address. still is called when its turn has come; an error
// from there means that nothing is sent. Errors do not hold the address, which
// has the user's key in it.
func (c *client) get(ctx context.Context, address string, still func() error) ([]byte, error) {
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(c.pause):
	}
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case c.slots <- struct{}{}:
	}
	defer func() { <-c.slots }()
	if err := still(); err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, geo.BadInput(geo.At{}, "layers.template_address")
	}
	request.Header.Set("User-Agent", agent)
	request.Header.Set("Accept", "image/png,image/jpeg")
	answer, err := c.http.Do(request)
	if err != nil {
		return nil, unreachable(err)
	}
	defer answer.Body.Close()
	if err := judged(answer.StatusCode); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(answer.Body, basemap.MaxTileBytes+1))
	if err != nil {
		return nil, unreachable(err)
	}
	return data, nil
}

// judged turns a status into what to do about it.
func judged(status int) error {
	switch {
	case status == http.StatusOK:
		return nil
	case status == http.StatusNotFound, status == http.StatusNoContent, status == http.StatusGone:
		return errNone
	case status == http.StatusUnauthorized, status == http.StatusForbidden, status == http.StatusTeapot:
		return geo.BadInput(geo.At{}, "layers.server_refuses", "status", strconv.Itoa(status))
	case status == http.StatusTooManyRequests:
		return geo.BadInput(geo.At{}, "layers.server_busy")
	}
	return geo.BadInput(geo.At{}, "layers.server_status", "status", strconv.Itoa(status))
}

// unreachable says that a server does not answer, without the address.
func unreachable(err error) error {
	var slow net.Error
	if errors.As(err, &slow) && slow.Timeout() {
		return geo.BadInput(geo.At{}, "layers.server_slow")
	}
	return geo.BadInput(geo.At{}, "layers.server_away")
}
