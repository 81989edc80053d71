package data

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"strings"
)

// All is the download of all tables, from the site's root.
const All = "data/tables.zip"

// Dictionary is the file that says what the columns of all tables mean.
const Dictionary = "data/dictionary.csv"

// valuesFile has the values of all reports.
const valuesFile = "indicators/index.csv"

// download adds the tables in one file, the dictionary also by itself, and the
// values beside the pages of indicators.
func download(files Files, from *collected, license string) {
	files[All] = func() ([]byte, error) { return archive(from, license) }
	files[Dictionary] = dictionaryTable
	for _, s := range Sheets {
		if s.File == "indicators.csv" {
			files[valuesFile] = func() ([]byte, error) { return s.csv(from), nil }
		}
	}
}

// archive is the ZIP file of all tables with what they mean.
func archive(from *collected, license string) ([]byte, error) {
	var b bytes.Buffer
	to := &packing{zip: zip.NewWriter(&b), kept: from.kept}
	group := tableGroup{Context: csvwContext}
	for _, s := range Sheets {
		if err := to.sheet(s, from); err != nil {
			return nil, err
		}
		group.Tables = append(group.Tables, s.describe(s.File, license))
	}
	dictionary, err := dictionaryTable()
	if err != nil {
		return nil, err
	}
	metadata, err := encode(group)
	if err != nil {
		return nil, err
	}
	err = cmp.Or(to.file("dictionary.csv", dictionary), to.file("metadata.json", metadata), to.file("README.txt", readme(from.address, license)), to.zip.Close())
	return b.Bytes(), err
}

// dictionaryTable has a row for each column of each table.
func dictionaryTable() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(bom)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := [][]string{{"file", "column", "title", "datatype", "required", "about"}}
	for _, s := range Sheets {
		for _, c := range s.Columns {
			datatype := fmt.Sprint(c.Datatype)
			if f, ok := c.Datatype.(formatted); ok {
				datatype = f.Base + " " + f.Format
			}
			rows = append(rows, []string{s.File, c.Name, c.Title, datatype, fmt.Sprint(c.Required), c.About})
		}
	}
	err := w.WriteAll(rows)
	return b.Bytes(), err
}

// readme says what the download is, for who opens it.
func readme(address, license string) []byte {
	var b strings.Builder
	b.WriteString(bom + "本站的全部数据，一个文件一张表，各列的含义见dictionary.csv，供程序读的说明见metadata.json（CSVW）。\r\n\r\n")
	for _, s := range Sheets {
		fmt.Fprintf(&b, "%s  %s。%s\r\n", s.File, s.Title, s.About)
	}
	b.WriteString("\r\n文件用UTF-8，开头有字节序标记，所以用Excel双击就能打开；用程序读的，编码写utf-8-sig。各表同名的列含义相同，用report、term、theme、document、indicator这几列相连。\r\n" +
		"非官方数据，由程序从文本辨认，一切以原件为准。报告原文不主张权利。\r\n")
	if license != "" {
		b.WriteString("释义、注释与主题表的许可：" + license + "\r\n")
	}
	if address != "/" {
		b.WriteString("来自：" + address + "\r\n")
	}
	return []byte(b.String())
}
