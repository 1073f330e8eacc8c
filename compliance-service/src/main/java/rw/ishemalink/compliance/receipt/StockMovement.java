package rw.ishemalink.compliance.receipt;

/**
 * The movement that follows a sale (out) or its refund (back in).
 *
 * @param number sarNo, counted per device
 */
public record StockMovement(long number, Sale sale) {}
