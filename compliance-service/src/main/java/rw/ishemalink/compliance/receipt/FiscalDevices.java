package rw.ishemalink.compliance.receipt;

/** Finds the line to a device. */
public interface FiscalDevices {

    /** The device as one can speak to it, with what it told when it was initialised; cheap, not to be kept. */
    FiscalDevice get(DeviceRow device);
}
