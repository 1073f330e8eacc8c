package rw.ishemalink.identity.tenant;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import rw.ishemalink.identity.people.Language;
import rw.ishemalink.identity.people.Phone;

/** Tenants in the database. */
@Singleton
class TenantStore {

    private static final RowMapper<Tenant> TENANT = (row, context) -> new Tenant(
            row.getObject("tenant_id", UUID.class),
            row.getString("tenant"),
            row.getLong("version"),
            row.getBoolean("open"),
            new Brand(
                    row.getString("name"),
                    Arrays.stream((String[]) row.getArray("languages").getArray())
                            .map(Language::valueOf)
                            .toList(),
                    Optional.ofNullable(row.getString("sender_id")),
                    Optional.ofNullable(row.getString("mail_from")),
                    Optional.ofNullable(row.getString("colour")),
                    Optional.ofNullable(row.getString("support_phone")).map(Phone::new)),
            new Terms(
                    Optional.ofNullable(row.getObject("commission_percent", Integer.class)),
                    Optional.ofNullable(row.getString("tariff_set"))));

    /** A new tenant; empty when there is one of that code. */
    Optional<Tenant> insert(Handle sql, String code, String name) {
        return sql.createQuery("""
                        insert into tenant (tenant, name, told_at) values (:code, :name, now())
                        on conflict (tenant) do nothing returning *""")
                .bind("code", code)
                .bind("name", name)
                .map(TENANT)
                .findOne();
    }

    Optional<Tenant> find(Handle sql, String code) {
        return sql.createQuery("select * from tenant where tenant = :code")
                .bind("code", code)
                .map(TENANT)
                .findOne();
    }

    Optional<Tenant> findForUpdate(Handle sql, String code) {
        return sql.createQuery("select * from tenant where tenant = :code for update")
                .bind("code", code)
                .map(TENANT)
                .findOne();
    }

    List<Tenant> list(Handle sql) {
        return sql.createQuery("select * from tenant order by tenant")
                .map(TENANT)
                .list();
    }

    void update(Handle sql, Tenant tenant) {
        Brand brand = tenant.brand();
        sql.createUpdate("""
                        update tenant set version = :version, open = :open, name = :name, languages = :languages,
                          sender_id = :senderId, mail_from = :mailFrom, colour = :colour, support_phone = :supportPhone,
                          commission_percent = :commissionPercent, tariff_set = :tariffSet, told_at = now()
                        where tenant = :code""")
                .bind("version", tenant.version())
                .bind("open", tenant.open())
                .bind("name", brand.name())
                .bindArray("languages", String.class, (Object[])
                        brand.languages().stream().map(Language::name).toArray(String[]::new))
                .bind("senderId", brand.senderId())
                .bind("mailFrom", brand.mailFrom())
                .bind("colour", brand.colour())
                .bind("supportPhone", brand.supportPhone().map(Phone::value))
                .bind("commissionPercent", tenant.terms().commissionPercent())
                .bind("tariffSet", tenant.terms().tariffSet())
                .bind("code", tenant.code())
                .execute();
    }

    /** One that was never told of, from now on noted as told; those that another instance holds are passed over. */
    Optional<Tenant> takeUntold(Handle sql) {
        return sql.createQuery("""
                        update tenant set told_at = now()
                        where tenant = (
                          select tenant from tenant where told_at is null limit 1 for update skip locked)
                        returning *""").map(TENANT).findOne();
    }
}
