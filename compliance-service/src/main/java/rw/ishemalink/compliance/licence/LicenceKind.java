package rw.ishemalink.compliance.licence;

/** What is on the register, and what each kind is found by. */
public enum LicenceKind {
    /** Of a company or cooperative, by its taxpayer identification number. */
    OPERATOR_LICENCE(HolderKind.OPERATOR),
    /** To carry for pay, by the number of the driving licence. */
    DRIVER_AUTHORISATION(HolderKind.DRIVER),
    /** To carry for pay, by the plate. */
    VEHICLE_AUTHORISATION(HolderKind.VEHICLE),
    /** Technical inspection, each 6 months for commercial trucks, by the plate. */
    VEHICLE_INSPECTION(HolderKind.VEHICLE),
    /** With its categories, by its number. */
    DRIVING_LICENCE(HolderKind.DRIVER),
    /** Of the vehicle, by the plate. */
    INSURANCE(HolderKind.VEHICLE);

    /** Who or what holds one. */
    public enum HolderKind {
        DRIVER,
        VEHICLE,
        OPERATOR
    }

    private final HolderKind holder;

    LicenceKind(HolderKind holder) {
        this.holder = holder;
    }

    public HolderKind holder() {
        return holder;
    }
}
