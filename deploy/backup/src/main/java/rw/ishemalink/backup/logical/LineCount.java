package rw.ishemalink.backup.logical;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Counts the lines that pass. In PostgreSQL's text format a row is one line, whatever stands in it. */
final class LineCount extends FilterOutputStream {

    private long lines;

    LineCount(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        lines += count(bytes, offset, length);
        out.write(bytes, offset, length);
    }

    static long count(byte[] bytes, int offset, int length) {
        long found = 0;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                found++;
            }
        }
        return found;
    }

    long lines() {
        return lines;
    }
}
