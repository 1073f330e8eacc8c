package rw.ishemalink.compliance.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Every set of rules with the day from which it applies. Invariant: the set in force at the decision's moment decides. */
public final class RuleBook {

    /** All sets there are, oldest first. */
    public static final List<RuleSet> SETS = List.of(RulesV1.SET, RulesV2.SET);

    private final NavigableMap<LocalDate, RuleSet> byFirstDay = new TreeMap<>();

    /** The book in which later sets apply from these days in Kigali; the first has always applied. */
    public RuleBook(Map<RuleSet, LocalDate> firstDays) {
        byFirstDay.put(LocalDate.MIN, RulesV1.SET);
        firstDays.forEach((set, firstDay) -> byFirstDay.put(firstDay, set));
    }

    /** The set in force on that day. */
    public RuleSet on(LocalDate day) {
        return byFirstDay.floorEntry(day).getValue();
    }
}
