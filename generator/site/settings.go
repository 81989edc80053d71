package site

import (
	"github.com/gohugoio/hugo/common/hmaps"
	"github.com/gohugoio/hugo/config"
)

// settings win over site.yaml. Hugo sets them before it reads the file and again
// afterwards; it would write the file's values into the very maps that it was
// given, so each Get hands out a copy.
type settings struct{ config.Provider }

func (s settings) Get(key string) any {
	value := s.Provider.Get(key)
	if params, ok := value.(hmaps.Params); ok {
		return hmaps.CloneParamsDeep(params)
	}
	return value
}
