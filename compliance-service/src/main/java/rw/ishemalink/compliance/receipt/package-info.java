/** Fiscal receipts: jobs, the device's port, local signatures. Invariant: one official receipt per sale, invoice numbers without gaps per device, sales reach a device one at a time and in order. */
@NullMarked
package rw.ishemalink.compliance.receipt;

import org.jspecify.annotations.NullMarked;
