package rw.ishemalink.payment.reconciling;

import java.time.LocalDate;
import rw.ishemalink.payment.collecting.Provider;

/** Which run. */
public record RunKey(LocalDate day, Provider provider) {}
