package rw.ishemalink.payment.reconciling;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.StatementLine;

/**
 * What either side says of a movement; amounts in whole francs.
 *
 * @param movement our reference; null when nobody here knows of it
 * @param transactionId the provider's id of it
 * @param theirStatus null when no statement names it
 * @param theirAmountRwf what succeeded there
 * @param ourState null when nobody here knows of it
 * @param ourAmountRwf what it is about here, moved or not
 */
public record Sides(
        @Nullable UUID movement,
        @Nullable String transactionId,
        StatementLine.@Nullable Status theirStatus,
        long theirAmountRwf,
        long theirFeeRwf,
        OurSide.@Nullable State ourState,
        long ourAmountRwf,
        Owed owed) {}
