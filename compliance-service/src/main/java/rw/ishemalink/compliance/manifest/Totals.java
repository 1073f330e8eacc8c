package rw.ishemalink.compliance.manifest;

import rw.ishemalink.compliance.casefile.ExportFile;
import rw.ishemalink.compliance.casefile.ExportParcel;

/** The totals of a manifest. Invariant: they are the sums of its goods, and what the booking says in all. */
record Totals(long packages, long weightKg) {

    /**
     * The totals of the export.
     *
     * @throws IllegalStateException when its parcels are not the whole of it
     */
    static Totals of(ExportFile export) {
        long packages = 0;
        long weightKg = 0;
        for (ExportParcel parcel : export.parcels()) {
            packages = Math.addExact(packages, parcel.packages());
            weightKg = Math.addExact(weightKg, parcel.weightKg());
        }
        if (packages != export.packages() || weightKg != export.weightKg()) {
            throw new IllegalStateException("the parcels of booking " + export.bookingId() + " do not add up");
        }
        return new Totals(packages, weightKg);
    }
}
