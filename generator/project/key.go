package project

import (
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"jianzhu/generator/problem"
	"jianzhu/generator/site"
	"jianzhu/generator/tongue"
)

// The project's own keys under params of site.yaml. Under own stands what the
// user's layouts ask for, and under hugoTheme.params what a skin does.
var (
	paramKeys  = keysOf(reflect.TypeFor[params]())
	bundleKeys = keysOf(reflect.TypeFor[bundleParams]())
)

// keysOf are the keys that a struct has in YAML, in its order.
func keysOf(t reflect.Type) (keys []string) {
	for _, field := range reflect.VisibleFields(t) {
		keys = append(keys, field.Tag.Get("yaml"))
	}
	return keys
}

// unknownKeys warns of keys of site.yaml that nothing knows: Hugo passes over
// them, and what was to be set stays as it is.
func unknownKeys(text []byte) (problems []problem.Problem) {
	var all struct {
		Params map[string]any `yaml:"params"`
	}
	var top map[string]any
	if yaml.Unmarshal(text, &top) != nil || yaml.Unmarshal(text, &all) != nil {
		return nil // told of already
	}
	unknown := func(path, key, hint string) {
		problems = append(problems, problem.Warnf(ConfigFile, lineOfKey(text, path+key), hint, "unknown key %q", path+key))
	}
	hugos := site.Keys()
	for key := range top {
		if !slices.ContainsFunc(hugos, func(known string) bool { return strings.EqualFold(known, key) }) {
			unknown("", key, tongue.Text("the keys at this level are Hugo's: ")+nearestOfHugos(key, hugos))
		}
	}
	_, dressed := all.Params["hugoTheme"]
	for key := range all.Params {
		if slices.Contains(paramKeys, key) {
			continue
		}
		hint := tongue.Text("known keys: ") + strings.Join(paramKeys, ", ") + tongue.Text("; what your own layouts ask for stands under params.own")
		if dressed {
			hint = tongue.Text("known keys: ") + strings.Join(paramKeys, ", ") + tongue.Text("; what the skin asks for stands under params.hugoTheme.params")
		}
		unknown("params.", key, hint)
	}
	bundle, _ := all.Params["bundle"].(map[string]any)
	for key := range bundle {
		if !slices.Contains(bundleKeys, key) {
			unknown("params.bundle.", key, tongue.Text("known keys: ")+strings.Join(bundleKeys, ", "))
		}
	}
	return problems
}

// nearestOfHugos says which key of Hugo's someone may have meant by another, or where
// to look them up.
func nearestOfHugos(key string, hugos []string) string {
	best := problem.Nearest(key, hugos)
	if best == "" {
		return "https://gohugo.io/configuration/all/"
	}
	return tongue.Sprintf("did you mean %s?", strings.ToLower(best[:1])+best[1:])
}
