package rw.ishemalink.tracking.device;

import java.util.List;
import rw.ishemalink.tracking.position.Fix;

/** What a device says: who it is, and where it was. */
public record DeviceReport(DeviceKey key, List<Fix> fixes) {

    public DeviceReport {
        fixes = List.copyOf(fixes);
    }
}
