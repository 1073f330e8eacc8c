package rw.ishemalink.payment.reconciling.api;

import static rw.ishemalink.kit.problem.ProblemException.badRequest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.reconciling.Run;
import rw.ishemalink.payment.reconciling.RunKey;

/** A page of runs, newest day first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunPage(
        List<RunView> items,

        @Schema(description = "Pass it as after to get the next page; absent on the last one") @Nullable
        String next) {

    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})\\.([A-Z]+)");

    /**
     * The page out of what was found.
     *
     * @param found up to one more than fits: that one only tells that there is a next page
     */
    static RunPage of(List<Run> found, int limit) {
        List<Run> items = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? items.getLast().day() + "." + items.getLast().provider()
                : null;
        return new RunPage(items.stream().map(RunView::of).toList(), next);
    }

    /** Where the page before ended. */
    static Optional<RunKey> key(@Nullable String after) {
        if (after == null) {
            return Optional.empty();
        }
        Matcher key = KEY.matcher(after);
        if (!key.matches()) {
            throw badRequest("unknown-cursor");
        }
        return Optional.of(new RunKey(Parameters.getDay(key.group(1)), Parameters.getProvider(key.group(2))));
    }
}
