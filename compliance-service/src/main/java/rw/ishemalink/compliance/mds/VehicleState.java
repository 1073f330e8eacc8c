package rw.ishemalink.compliance.mds;

import java.util.Locale;

/** MDS vehicle states of the mode passenger-services that we can tell. */
public enum VehicleState {
    REMOVED,
    NON_OPERATIONAL,
    AVAILABLE,
    RESERVED,
    ON_TRIP;

    /** As MDS writes it. */
    public String mdsName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
