package upload

import (
	"cmp"
	"context"
	"crypto/md5"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"gocloud.dev/blob"
	"gocloud.dev/blob/azureblob"
	"gocloud.dev/blob/fileblob"
	"gocloud.dev/blob/gcsblob"
	"gocloud.dev/blob/memblob"
	"gocloud.dev/blob/s3blob"
	"gocloud.dev/gcerrors"

	"jianzhu/generator/tongue"
)

// Place is where a site is brought.
type Place struct {
	Name   string // as it was given
	folder string // "" for object storage
	scheme string
	bucket *blob.Bucket
}

// hints tell for each kind of place what to look at when it answers with an error.
var hints = map[string]string{
	azureblob.Scheme: "AZURE_STORAGE_ACCOUNT names the account, and AZURE_STORAGE_KEY or AZURE_STORAGE_SAS_TOKEN, or az login, lets you in; the container must be there",
	gcsblob.Scheme:   "gcloud auth application-default login, or GOOGLE_APPLICATION_CREDENTIALS, says who you are; the bucket must be there and let you list, read, write and remove",
	s3blob.Scheme:    "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_REGION, or AWS_PROFILE, say who you are; the bucket must be there and let you list, read, write and remove; another service than Amazon's is named by ?endpoint=https://…&region=…",
	fileblob.Scheme:  "the folder must let you write in it",
}

// Open opens a place: a folder's path, or the address of a bucket, with the folder
// in it that the site stands in: s3://bucket/folder, gs://…, azblob://…. What it
// asks for beside that stands behind ?, as the Go CDK has it. Where nothing is to be
// written, a folder that is not there is an empty one.
func Open(ctx context.Context, name string, dry bool) (*Place, error) {
	if !strings.Contains(name, "://") {
		return openFolder(name, dry)
	}
	u, err := url.Parse(name)
	if err != nil {
		return nil, err
	}
	if hints[u.Scheme] == "" || u.Host == "" || u.Scheme == fileblob.Scheme {
		return nil, tongue.Advised(tongue.Errorf("%s: no place that is known", name), "a folder's path, s3://bucket/folder, gs://bucket/folder, azblob://container/folder")
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if u.Scheme == s3blob.Scheme && query.Has("endpoint") { // other services than Amazon's do not know its newer checksums
		for _, checksum := range []string{"request_checksum_calculation", "response_checksum_validation"} {
			query.Set(checksum, cmp.Or(query.Get(checksum), "when_required"))
		}
	}
	folder := strings.Trim(u.Path, "/")
	u.Path, u.RawQuery = "", query.Encode()
	p := &Place{Name: name, scheme: u.Scheme}
	if p.bucket, err = blob.OpenBucket(ctx, u.String()); err != nil {
		return nil, p.explained(err)
	}
	if folder != "" {
		p.bucket = blob.PrefixedBucket(p.bucket, path.Clean(folder)+"/")
	}
	return p, nil
}

func openFolder(dir string, dry bool) (*Place, error) {
	p := &Place{Name: dir, folder: dir, scheme: fileblob.Scheme}
	if _, err := os.Stat(dir); dry && errors.Is(err, fs.ErrNotExist) {
		p.bucket = memblob.OpenBucket(nil)
		return p, nil
	}
	bucket, err := fileblob.OpenBucket(dir, &fileblob.Options{CreateDir: true, NoTempDir: true, Metadata: fileblob.MetadataDontWrite})
	if err != nil {
		return nil, err
	}
	p.bucket = bucket
	return p, nil
}

// Close ends the work at the place.
func (p *Place) Close() error { return p.bucket.Close() }

// list returns the files that are there.
func (p *Place) list(ctx context.Context) (map[string]file, error) {
	files := map[string]file{}
	all := p.bucket.List(nil)
	for {
		object, err := all.Next(ctx)
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		if !strings.HasSuffix(object.Key, "/") { // which some programs put where a folder would be
			files[object.Key] = file{object.Size, hex.EncodeToString(object.MD5)}
		}
	}
}

// known returns the list of what is ours, with its text; none where no run was there
// before.
func (p *Place) known(ctx context.Context) (list, []byte, error) {
	text, err := p.bucket.ReadAll(ctx, listName)
	if gcerrors.Code(err) == gcerrors.NotFound {
		return list{}, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	l, err := parseList(text)
	return l, text, err
}

// sum is the MD5 sum of a file that is there. Storage tells it with the list of its
// files but for what was sent in parts; of those our own list knows it, and a folder
// is read.
func (p *Place) sum(ctx context.Context, name string, there file, listed string) (string, error) {
	if p.folder == "" {
		if there.sum != "" {
			return there.sum, nil
		}
		return listed, nil
	}
	sum := md5.New()
	err := p.bucket.Download(ctx, name, sum, nil)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// write writes the list.
func (p *Place) write(ctx context.Context, text []byte) error {
	return p.bucket.WriteAll(ctx, listName, text, &blob.WriterOptions{ContentType: "text/plain; charset=utf-8", CacheControl: "no-cache"})
}

// remove removes a file; that it is gone already is well. A folder of a file system
// goes with its last file, for a server would show what is in it.
func (p *Place) remove(ctx context.Context, name string) error {
	if err := p.bucket.Delete(ctx, name); err != nil && gcerrors.Code(err) != gcerrors.NotFound {
		return fmt.Errorf("%s: %w", name, err)
	}
	if p.folder == "" {
		return nil
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if os.Remove(filepath.Join(p.folder, filepath.FromSlash(dir))) != nil {
			return nil // has others in it
		}
	}
	return nil
}

// explained is an error of the place with what to do about it. What was done stays
// done, so the same again goes on from there.
func (p *Place) explained(err error) error {
	var said string
	switch {
	case err == nil || gcerrors.Code(err) == gcerrors.OK:
		return err
	case errors.Is(err, context.Canceled):
		return tongue.Advised(tongue.Errorf("%s: ended before it was done", p.Name), "the same command goes on from there")
	case tongue.IsAdvised(err):
		return err
	case gcerrors.Code(err) == gcerrors.NotFound:
		said = tongue.Text("there is no such bucket, or not in this region: ")
	case gcerrors.Code(err) == gcerrors.PermissionDenied:
		said = tongue.Text("not allowed: ")
	}
	return tongue.Advised(fmt.Errorf("%s: %s%w", p.Name, said, err), "%s; the same command goes on where this one ended", hints[p.scheme])
}
