package rw.ishemalink.compliance.audit.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.audit.SealedEntry;

/**
 * A page of entries, by time.
 *
 * @param next where the next page begins, as {@code after}; absent on the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryPage(List<EntryView> entries, @Nullable String next) {

    public EntryPage {
        entries = List.copyOf(entries);
    }

    /**
     * A page.
     *
     * @param found one more than the page holds, if there are more
     */
    static EntryPage of(List<SealedEntry> found, int size) {
        List<SealedEntry> page = found.stream().limit(size).toList();
        return new EntryPage(
                page.stream().map(EntryView::of).toList(),
                found.size() > size ? TrailParameters.cursor(page.getLast()) : null);
    }
}
