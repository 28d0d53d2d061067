// Package archive asks a Wayback Machine for copies of pages, by its public
// services:
//
//	GET  /wayback/available?url=…&timestamp=…   the copy that is nearest to a time
//	POST /save                                  make a copy (Save Page Now 2)
//	GET  /save/status/JOB                       how far that is
//
// It asks one question after the other, with a pause between them, and reads no
// more of an answer than is needed. A service that says that it is asked too
// often is given the time that it wants, within bounds, and asked once more.
// A copy is taken only from an answer that names one of the page asked for.
package archive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// Service is a Wayback Machine, and how it is asked.
type Service struct {
	Lookup  string // where copies are looked up: https://archive.org
	Web     string // where they are, and are made: https://web.archive.org
	Agent   string // who asks, for the server's log
	Key     string // "access:secret" of an account, without which some servers make no copies; may be empty
	Timeout time.Duration
	Pause   time.Duration                              // between two questions
	Wait    func(context.Context, time.Duration) error // until so much time is over
	asked   bool
}

// Errors that more of the same questions would meet as well.
var (
	ErrTooOften = errors.New("the archive is asked too often: run it again later, it goes on where it ended")
	ErrNoKey    = errors.New("the archive makes copies only for those who have an account: set IA_ACCESS_KEY_ID and " +
		"IA_SECRET_ACCESS_KEY, see https://archive.org/account/s3.php")
)

const (
	mostBytes   = 1 << 20         // of an answer
	mostWait    = 2 * time.Minute // that the service may ask for
	mostPolls   = 40              // of a copy that is being made
	betweenPoll = 5 * time.Second
)

// Find gives the address of the copy of a page that is nearest to a time; empty
// where there is none.
func (s *Service) Find(ctx context.Context, page string, near time.Time) (string, error) {
	query := url.Values{"url": {page}, "timestamp": {near.UTC().Format("20060102")}}
	var answer struct {
		Snapshots struct {
			Closest struct {
				Available bool   `json:"available"`
				URL       string `json:"url"`
				Status    string `json:"status"`
			} `json:"closest"`
		} `json:"archived_snapshots"`
	}
	if err := s.ask(ctx, http.MethodGet, s.Lookup+"/wayback/available?"+query.Encode(), nil, &answer); err != nil {
		return "", err
	}
	closest := answer.Snapshots.Closest
	if !closest.Available || !strings.HasPrefix(closest.Status, "2") {
		return "", nil
	}
	return s.copyOf(page, closest.URL)
}

// Save has a copy of a page made, waits for it and gives its address.
func (s *Service) Save(ctx context.Context, page string) (string, error) {
	var job struct {
		ID      string `json:"job_id"`
		Status  string `json:"status_ext"`
		Message string `json:"message"`
	}
	if err := s.ask(ctx, http.MethodPost, s.Web+"/save", url.Values{"url": {page}}, &job); err != nil {
		return "", err
	}
	if job.ID == "" {
		return "", refusedAnswer(job.Status, job.Message)
	}
	for range mostPolls {
		if err := s.Wait(ctx, betweenPoll); err != nil {
			return "", err
		}
		var state struct {
			Status    string `json:"status"`
			Timestamp string `json:"timestamp"`
			Original  string `json:"original_url"`
			Extended  string `json:"status_ext"`
			Message   string `json:"message"`
		}
		if err := s.ask(ctx, http.MethodGet, s.Web+"/save/status/"+url.PathEscape(job.ID), nil, &state); err != nil {
			return "", err
		}
		switch state.Status {
		case "pending":
		case "success":
			return s.copyOf(page, s.Web+"/web/"+state.Timestamp+"/"+state.Original)
		default:
			return "", refusedAnswer(state.Extended, state.Message)
		}
	}
	return "", errors.New("the archive has not made the copy in time: it may be there when you ask again")
}

// tooOften are the errors of Save Page Now that other pages meet as well.
const tooOften = "error:user-session-limit error:too-many-requests error:too-many-daily-captures-total"

// refusedAnswer is why no copy was made.
func refusedAnswer(status, message string) error {
	if status != "" && strings.Contains(tooOften, status) {
		return ErrTooOften
	}
	if message == "" {
		message = status
	}
	if message == "" {
		return errors.New("the archive gives an answer that it doesn't describe")
	}
	return fmt.Errorf("the archive makes no copy: %s", strings.Join(strings.Fields(message), " "))
}

// copyOf is the address of a copy as it is to be written: by https where the
// archive's own is, and only where it is one of the page.
func (s *Service) copyOf(page, address string) (string, error) {
	if secure, ok := strings.CutPrefix(address, "http:"); ok && strings.HasPrefix(s.Web, "https:") {
		address = "https:" + secure
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" ||
		strings.ContainsAny(address, " \t\r\n\\<>\"'") {
		return "", fmt.Errorf("the archive's answer is no address: %q", shortAnswer(address))
	}
	if !strings.Contains(bare(address), bare(page)) {
		return "", fmt.Errorf("the archive names a copy of another page: %q", shortAnswer(address))
	}
	return address, nil
}

// bare is an address without what a copy of the same page may have otherwise:
// scheme, www, port, slash at the end, case of the host and percent-encoding.
func bare(address string) string {
	if decoded, err := url.PathUnescape(address); err == nil {
		address = decoded
	}
	address, _, _ = strings.Cut(address, "#")
	return strings.NewReplacer("https://", "", "http://", "", "www.", "", ":80/", "/", ":443/", "/").Replace(
		strings.ToLower(strings.TrimSuffix(address, "/")))
}

func shortAnswer(text string) string {
	if len(text) > 200 {
		return text[:200]
	}
	return text
}

// ask asks one question, once more where the service wants time, and decodes
// the answer.
func (s *Service) ask(ctx context.Context, method, address string, form url.Values, answer any) error {
	if s.asked {
		if err := s.Wait(ctx, s.Pause); err != nil {
			return err
		}
	}
	s.asked = true
	for again := false; ; again = true {
		response, data, err := s.do(ctx, method, address, form)
		if err != nil {
			return err
		}
		switch status := response.StatusCode; {
		case status == http.StatusTooManyRequests || status == http.StatusServiceUnavailable:
			wait, ok := retryAfter(response.Header)
			if again || ok && wait > mostWait || !ok && status != http.StatusTooManyRequests {
				return ErrTooOften
			}
			if err := s.Wait(ctx, wait); err != nil {
				return err
			}
			continue
		case method == http.MethodPost && (status == http.StatusUnauthorized || status == http.StatusForbidden):
			return ErrNoKey
		case status != http.StatusOK:
			return fmt.Errorf("the archive answers %d %s", status, http.StatusText(status))
		}
		if err := json.Unmarshal(data, answer); err != nil {
			return errors.New("the archive's answer is not JSON")
		}
		return nil
	}
}

// do sends a request and reads the answer. It follows redirects, as often as
// is usual.
func (s *Service) do(ctx context.Context, method, address string, form url.Values) (*http.Response, []byte, error) {
	request, err := http.NewRequestWithContext(ctx, method, address, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, nil, fmt.Errorf("archive: %w", err)
	}
	request.Header.Set("User-Agent", s.Agent)
	request.Header.Set("Accept", "application/json")
	if form != nil {
		request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if s.Key != "" {
			request.Header.Set("Authorization", "LOW "+s.Key)
		}
	}
	client := &http.Client{Timeout: s.Timeout}
	response, err := client.Do(request)
	if err != nil {
		return nil, nil, s.why(ctx, err)
	}
	defer response.Body.Close()
	data, err := io.ReadAll(io.LimitReader(response.Body, mostBytes))
	if err != nil {
		return nil, nil, s.why(ctx, err)
	}
	return response, data, nil
}

// why says why there is no answer.
func (s *Service) why(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	var timed interface{ Timeout() bool }
	if errors.As(err, &timed) && timed.Timeout() {
		return errors.New("the archive did not answer in time")
	}
	var whole *url.Error
	if errors.As(err, &whole) {
		err = whole.Err
	}
	return fmt.Errorf("the archive did not answer: %w", err)
}

// retryAfter is how long a service wants to be left alone, if it says so in
// seconds.
func retryAfter(h http.Header) (time.Duration, bool) {
	seconds, err := strconv.Atoi(h.Get("Retry-After"))
	if err != nil || seconds < 0 {
		return 10 * time.Second, false
	}
	return time.Duration(seconds) * time.Second, true
}
