package rw.ishemalink.analytics.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import rw.ishemalink.analytics.cube.CellCodec;

/** Cells go as the stores have them: a question may have thousands. */
enum CellWire implements Wire<CellRow> {
    CELLS;

    private static final int VERSION = 1;

    @Override
    public byte[] write(List<Part<CellRow>> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(VERSION);
        out.writeInt(parts.size());
        for (Part<CellRow> part : parts) {
            out.writeInt(part.partition());
            out.writeBoolean(part.active());
            out.writeLong(part.countedUpToMillis());
            out.writeLong(part.lagMillis());
            out.writeInt(part.rows().size());
            for (CellRow row : part.rows()) {
                write(out, CellCodec.key(row.cell()).get());
                write(out, CellCodec.value(row.sums()));
            }
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public List<Part<CellRow>> read(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (in.readByte() != VERSION) {
            throw new IOException("cells of another build");
        }
        int size = in.readInt();
        List<Part<CellRow>> parts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            parts.add(new Part<>(in.readInt(), in.readBoolean(), in.readLong(), in.readLong(), readRows(in)));
        }
        return parts;
    }

    private static List<CellRow> readRows(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<CellRow> rows = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Bytes key = Bytes.wrap(in.readNBytes(in.readInt()));
            rows.add(new CellRow(CellCodec.cell(key), CellCodec.sums(in.readNBytes(in.readInt()))));
        }
        return rows;
    }
}
