package rw.ishemalink.analytics.law;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.law.Fact.Clearance;
import rw.ishemalink.analytics.law.Fact.Money;
import rw.ishemalink.analytics.law.Fact.Move;
import rw.ishemalink.analytics.law.Fact.Receipt;
import rw.ishemalink.analytics.law.Fact.Step;

/** Dossiers as the store has them. The first byte says in which form; kinds of facts and steps are numbers, and a new one comes last. */
@SuppressWarnings("EnumOrdinal") // As said: the order of steps and receipts is that of the store.
final class DossierBytes {

    private static final int FORM = 1;
    private static final int USUAL_BYTES = 512;
    private static final int MOVE = 0;
    private static final int MONEY = 1;
    private static final int RECEIPT = 2;
    private static final int CLEARANCE = 3;

    private DossierBytes() {}

    static byte[] write(Dossier dossier) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try {
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(FORM);
            out.writeUTF(dossier.tenant());
            out.writeShort(dossier.facts().size());
            for (Fact fact : dossier.facts()) {
                write(fact, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when they are of a form that this build does not know */
    static Dossier read(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            int form = in.readByte();
            if (form != FORM) {
                throw new IllegalArgumentException("a dossier of an unknown form " + form);
            }
            String tenant = in.readUTF();
            int size = in.readUnsignedShort();
            List<Fact> facts = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                facts.add(fact(in));
            }
            return new Dossier(tenant, facts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Fact fact, DataOutputStream out) throws IOException {
        switch (fact) {
            case Move move -> write(move, out);
            case Money money -> {
                begin(MONEY, money.at(), out);
                write(money.paymentId(), out);
                out.writeBoolean(money.back());
            }
            case Receipt receipt -> {
                begin(RECEIPT, receipt.at(), out);
                out.writeByte(receipt.kind().ordinal());
            }
            case Clearance clearance -> {
                begin(CLEARANCE, clearance.at(), out);
                write(clearance.decisionId(), out);
                write(clearance.driverId(), out);
                write(clearance.vehicleId(), out);
                LocalDate last = clearance.validUntil();
                out.writeLong(last == null ? Long.MIN_VALUE : last.toEpochDay());
            }
        }
    }

    private static void write(Move move, DataOutputStream out) throws IOException {
        begin(MOVE, move.at(), out);
        out.writeLong(move.sequence());
        out.writeByte(move.step().ordinal());
        out.writeBoolean(move.paymentDue());
        writeIfAny(move.driverId(), out);
        writeIfAny(move.vehicleId(), out);
        writeIfAny(move.clearanceId(), out);
    }

    private static Fact fact(DataInputStream in) throws IOException {
        int kind = in.readByte();
        Instant at = Instant.EPOCH.plus(in.readLong(), ChronoUnit.MICROS);
        return switch (kind) {
            case MOVE ->
                new Move(
                        at,
                        in.readLong(),
                        Step.values()[in.readByte()],
                        in.readBoolean(),
                        findId(in),
                        findId(in),
                        findId(in));
            case MONEY -> new Money(at, id(in), in.readBoolean());
            case RECEIPT -> new Receipt(at, Receipt.Kind.values()[in.readByte()]);
            case CLEARANCE -> new Clearance(at, id(in), id(in), id(in), findDay(in.readLong()));
            default -> throw new IllegalArgumentException("a fact of an unknown kind " + kind);
        };
    }

    private static @Nullable LocalDate findDay(long day) {
        return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
    }

    private static void begin(int kind, Instant at, DataOutputStream out) throws IOException {
        out.writeByte(kind);
        out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }

    private static void write(UUID id, DataOutputStream out) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void writeIfAny(@Nullable UUID id, DataOutputStream out) throws IOException {
        out.writeBoolean(id != null);
        if (id != null) {
            write(id, out);
        }
    }

    private static UUID id(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static @Nullable UUID findId(DataInputStream in) throws IOException {
        return in.readBoolean() ? id(in) : null;
    }
}
