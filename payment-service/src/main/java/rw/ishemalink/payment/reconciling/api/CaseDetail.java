package rw.ishemalink.payment.reconciling.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import rw.ishemalink.payment.reconciling.Act;
import rw.ishemalink.payment.reconciling.Cases.Seen;

/**
 * A case with its history.
 *
 * @param history what was done about it, by whom and why, oldest first
 */
public record CaseDetail(@JsonUnwrapped CaseView found, List<Act> history) {

    static CaseDetail of(Seen seen) {
        return new CaseDetail(CaseView.of(seen.found()), seen.acts());
    }
}
