package preview

import (
	"errors"
	"runtime"
	"runtime/debug"
	"sync"

	"collate/generator/plan"
)

// mostShelved is how many bytes of pages all clients together can make the
// server hold.
const mostShelved = 64 << 20

// errShelfFull says that a page would be more than that.
var errShelfFull = errors.New("the server is busy sending large pages to slow readers, ask again in a moment")

// shelf has the pages that are being sent, each once for all who are getting
// it. A page stays there until the last of them has it, or has left.
type shelf struct {
	most int64
	turn chan struct{} // held while a page renders, so that few take memory at a time

	mu     sync.Mutex
	sheets map[shelved]*sheet
	bytes  int64
	large  bool // so much that it is worth giving back to the system
}

// shelved is which page it is, and in which form.
type shelved struct {
	plan   *plan.Plan
	name   string
	zipped bool
}

// sheet is one page on the shelf.
type sheet struct {
	body
	once    sync.Once
	err     error
	readers int
	size    int64 // as it counts
}

func newShelf(most int64) *shelf {
	return &shelf{most: most, turn: make(chan struct{}, runtime.GOMAXPROCS(0)), sheets: map[shelved]*sheet{}}
}

// take gives a page, which is made if it is not there. The sheet is to be put
// back, also where there was an error.
func (s *shelf) take(id shelved, produce func() (body, error)) (*sheet, error) {
	s.mu.Lock()
	page := s.sheets[id]
	if page == nil {
		page = new(sheet)
		s.sheets[id] = page
	}
	page.readers++
	s.mu.Unlock()
	page.once.Do(func() {
		s.turn <- struct{}{}
		defer func() { <-s.turn }()
		made, err := produce()
		if err == nil {
			err = s.reserve(page, int64(len(made.bytes)))
		}
		if page.err = err; err == nil {
			page.body = made
		}
	})
	return page, page.err
}

// reserve counts the bytes of a page, if there is room for them. A page that is
// alone always has room.
func (s *shelf) reserve(page *sheet, size int64) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.bytes > 0 && s.bytes+size > s.most {
		return errShelfFull
	}
	page.size = size
	s.bytes += size
	s.large = s.large || s.bytes > s.most/4
	return nil
}

// putBack says that one reader is done with a page.
func (s *shelf) putBack(id shelved, page *sheet) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if page.readers--; page.readers > 0 {
		return
	}
	delete(s.sheets, id)
	s.bytes -= page.size
	if s.large && s.bytes == 0 {
		s.large = false
		go debug.FreeOSMemory()
	}
}
