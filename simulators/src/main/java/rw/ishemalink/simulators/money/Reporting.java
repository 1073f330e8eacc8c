package rw.ishemalink.simulators.money;

import rw.ishemalink.simulators.faults.FaultOrder;

/** How an operator tells of the end of an operation. */
public interface Reporting {

    /** PUT or POST. */
    String method(FaultOrder order);

    /** The JSON that is sent. */
    String body(Report report, FaultOrder order);
}
