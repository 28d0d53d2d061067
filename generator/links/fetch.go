package links

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"
)

// Fetch reads what an address has, which is at most so many bytes and there in
// so much time, redirects included. An address may be of this machine or its
// network; one that is not can't redirect there.
func Fetch(ctx context.Context, address, agent string, most int64, timeout time.Duration) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, fmt.Errorf("%s is no address", address)
	}
	request.Header.Set("User-Agent", agent)
	client := &http.Client{Timeout: timeout, Transport: (&dialGuard{trusted: hostPort(request.URL)}).transport()}
	defer client.CloseIdleConnections()
	response, err := client.Do(request)
	if err != nil {
		return nil, fmt.Errorf("%s %s", address, why(err))
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s %s", address, Answer{Status: response.StatusCode})
	}
	data, err := io.ReadAll(io.LimitReader(response.Body, most+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s: %w", address, err)
	case int64(len(data)) > most:
		return nil, fmt.Errorf("%s has more than %d MB", address, most>>20)
	}
	return data, nil
}
