package rw.ishemalink.schemas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/**
 * The state's agencies that subscribe, declared once: what each may read. Invariant: a government topic is one agency's, and
 * an agency reads nothing else.
 */
@NullMarked
public enum Agency {
    RRA("Rwanda Revenue Authority", Topics.GOV_RRA_RECEIPTS),
    RURA("Rwanda Utilities Regulatory Authority", Topics.GOV_RURA_DISPATCHES),
    /** In Rwanda its customs: the Single Customs Territory has no account of its own here. */
    EAC("East African Community, Single Customs Territory", Topics.GOV_EAC_MANIFESTS),
    BNR("National Bank of Rwanda", Topics.GOV_BNR_PAYMENTS, Topics.GOV_BNR_MONTHS);

    private final String fullName;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<Topics> topics;

    Agency(String fullName, Topics... topics) {
        this.fullName = fullName;
        this.topics = List.of(topics);
    }

    /** What people call it. */
    public String fullName() {
        return fullName;
    }

    /** What it may read. */
    public List<Topics> topics() {
        return topics;
    }

    /** Its user name at the broker, e.g. {@code agency-rra}. */
    public String account() {
        return "agency-" + name().toLowerCase(Locale.ROOT);
    }

    /** What the names of its consumer groups begin with, e.g. {@code rra.}. */
    public String groupPrefix() {
        return name().toLowerCase(Locale.ROOT) + ".";
    }

    /** The agency that reads the topic; empty for a topic of the suite's own. */
    public static Optional<Agency> findReaderOf(Topics topic) {
        return Arrays.stream(values())
                .filter(agency -> agency.topics.contains(topic))
                .findFirst();
    }
}
