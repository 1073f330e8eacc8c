package rw.ishemalink.compliance.audit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.SealedEntry;
import rw.ishemalink.compliance.audit.store.TrailSearch;
import rw.ishemalink.compliance.audit.store.TrailStore;
import rw.ishemalink.kit.access.Seen;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.chain.Seal;
import rw.ishemalink.kit.outbox.UnitOfWork;

/**
 * Writes a copy line by line, of one snapshot: a beginning, every place from the first that fits to the end, and the end.
 * However long it is, a page of it is in memory; whose data is on a page is on record before the page is written.
 */
final class TrailExport {

    private static final String FORMAT = "ishemalink-trail-1";
    private static final int PAGE = 500;

    /** The first line. */
    record Beginning(String format, String tenant, Seal after) {}

    /** The place of an entry that does not fit: what the chain holds of it, and no more. */
    record Link(long sequence, String digest, String hash) {}

    /** The last line. */
    record End(Seal head, long entries, long links) {}

    /** A line: one of these. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            @Nullable Beginning trail,
            @Nullable EntryView entry,
            @Nullable Link link,
            @Nullable End end) {}

    private final UnitOfWork unitOfWork;
    private final TrailStore store;
    private final LookedAt lookedAt;
    private final ObjectWriter json;
    private final Caller viewer;
    private final TrailSearch search;
    private final List<SealedEntry> toNote = new ArrayList<>();
    private final List<Line> page = new ArrayList<>();
    private long entries;
    private long links;

    TrailExport(
            UnitOfWork unitOfWork,
            TrailStore store,
            LookedAt lookedAt,
            ObjectMapper json,
            Caller viewer,
            TrailSearch search) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.lookedAt = lookedAt;
        this.json = json.writerFor(Line.class);
        this.viewer = viewer;
        this.search = search;
    }

    void writeTo(OutputStream given) throws IOException {
        try (OutputStream out = new BufferedOutputStream(given)) {
            unitOfWork.run(tx -> write(tx.sql(), out));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(Handle sql, OutputStream out) {
        sql.execute(TrailStore.ONE_SNAPSHOT);
        Seal head = store.findHead(sql, search.tenant()).orElse(Seal.GENESIS);
        long first = store.findFirst(sql, search).orElse(head.sequence() + 1);
        Seal before = first == 1
                ? Seal.GENESIS
                : store.findSeal(sql, search.tenant(), first - 1).orElse(Seal.GENESIS);
        page.add(new Line(new Beginning(FORMAT, search.tenant(), before), null, null, null));
        store.walk(sql, search, first, (place, fits) -> add(place, fits, out));
        page.add(new Line(null, null, null, new End(head, entries, links)));
        flush(out);
    }

    private void add(SealedEntry place, boolean fits, OutputStream out) {
        if (fits) {
            entries++;
            toNote.add(place);
            page.add(new Line(null, EntryView.of(place), null, null));
        } else {
            links++;
            String digest = HexFormat.of().formatHex(place.digest());
            page.add(new Line(
                    null,
                    null,
                    new Link(place.seal().sequence(), digest, place.seal().hash()),
                    null));
        }
        if (page.size() >= PAGE) {
            flush(out);
        }
    }

    private void flush(OutputStream out) {
        lookedAt.note(viewer, Seen.EXPORT, search.person(), toNote);
        toNote.clear();
        try {
            for (Line line : page) {
                out.write(json.writeValueAsBytes(line));
                out.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.clear();
    }
}
