#pragma once
#include <string.h>
#include <zlib.h>

// deflateInit2 and inflateInit2 are macros, which Swift does not import. Window bits of 31 mean gzip.

// Compresses into `out`, which must have room for everything; the bytes written, or -1.
static inline long gh_gzip(const unsigned char *in, unsigned long length, unsigned char *out, unsigned long room) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, 31, 9, Z_DEFAULT_STRATEGY) != Z_OK) return -1;
    stream.next_in = (unsigned char *)in;
    stream.avail_in = (unsigned int)length;
    stream.next_out = out;
    stream.avail_out = (unsigned int)room;
    int result = deflate(&stream, Z_FINISH);
    long written = (long)stream.total_out;
    deflateEnd(&stream);
    return result == Z_STREAM_END ? written : -1;
}

// Decompresses one gzip member into `out`; the bytes written, -1 when it is none, -2 when it does not fit.
static inline long gh_gunzip(const unsigned char *in, unsigned long length, unsigned char *out, unsigned long room) {
    z_stream stream;
    memset(&stream, 0, sizeof stream);
    if (inflateInit2(&stream, 31) != Z_OK) return -1;
    stream.next_in = (unsigned char *)in;
    stream.avail_in = (unsigned int)length;
    stream.next_out = out;
    stream.avail_out = (unsigned int)room;
    int result = inflate(&stream, Z_FINISH);
    long written = (long)stream.total_out;
    int left = stream.avail_in != 0;
    int full = stream.avail_out == 0;
    inflateEnd(&stream);
    if (result == Z_STREAM_END) return left ? -1 : written;
    return full ? -2 : -1;
}
