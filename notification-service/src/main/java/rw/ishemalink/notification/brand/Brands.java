package rw.ishemalink.notification.brand;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** The tenants' brands. */
@ApplicationScoped
public class Brands {

    private static final String KEEP = """
            insert into tenant_brand (tenant, name, sender_id, mail_from, colour, support_phone, sequence)
            values (:tenant, :name, :senderId, :mailFrom, :colour, :supportPhone, :sequence)
            on conflict (tenant) do update
               set name = excluded.name, sender_id = excluded.sender_id, mail_from = excluded.mail_from,
                   colour = excluded.colour, support_phone = excluded.support_phone, sequence = excluded.sequence
             where tenant_brand.sequence < excluded.sequence""";

    private final UnitOfWork unitOfWork;

    Brands(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** The tenant's brand; the platform's where none is known. */
    public Brand get(String tenant) {
        return unitOfWork.read(sql -> sql.createQuery("""
                                select name, sender_id, mail_from, colour, support_phone from tenant_brand
                                 where tenant = :tenant""")
                .bind("tenant", tenant)
                .map((row, context) -> find(row))
                .findOne()
                .flatMap(found -> found)
                .orElse(Brand.PLATFORM));
    }

    /** Keeps the brand unless a later one is known. */
    public void keep(Handle sql, String tenant, Brand brand, long sequence) {
        sql.createUpdate(KEEP)
                .bind("tenant", tenant)
                .bind("name", brand.name())
                .bind("senderId", brand.senderId().orElse(null))
                .bind("mailFrom", brand.mailFrom().orElse(null))
                .bind("colour", brand.colour())
                .bind("supportPhone", brand.supportPhone().orElse(null))
                .bind("sequence", sequence)
                .execute();
    }

    /** The brand in a row's columns, as they are named in its table; empty when the row has none. */
    public static Optional<Brand> find(ResultSet row) throws SQLException {
        String name = row.getString("name");
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(new Brand(
                name,
                Optional.ofNullable(row.getString("sender_id")),
                Optional.ofNullable(row.getString("mail_from")),
                Optional.ofNullable(row.getString("colour")).orElse(Brand.USUAL_COLOUR),
                Optional.ofNullable(row.getString("support_phone"))));
    }
}
