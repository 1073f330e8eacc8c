package rw.ishemalink.simulators.ebm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * RRA's sums, checked to the cent: splyAmt = qty × prc, taxblAmt = totAmt = splyAmt − dcAmt, taxAmt = the VAT inside taxblAmt,
 * then every column of the header is the sum over its lines.
 */
final class SalesArithmetic {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SalesArithmetic() {}

    static void check(SalesRequest sale, Authority authority) {
        Map<TaxClass, BigDecimal> taxable = new EnumMap<>(TaxClass.class);
        Map<TaxClass, BigDecimal> tax = new EnumMap<>(TaxClass.class);
        for (SalesRequest.Line line : sale.lines()) {
            TaxClass type = type(line, authority);
            BigDecimal amount = checkLine(line, authority.percent(type));
            taxable.merge(type, amount, BigDecimal::add);
            tax.merge(type, TaxClass.taxIn(amount, authority.percent(type)), BigDecimal::add);
        }
        checkHeader(sale, authority, taxable, tax);
    }

    private static TaxClass type(SalesRequest.Line line, Authority authority) {
        String code = Check.required("taxTyCd", line.taxTyCd());
        return authority.classes().stream()
                .filter(type -> type.name().equals(code))
                .findFirst()
                .orElseThrow(() -> EbmRefusal.parameter("taxTyCd is not a tax type of " + authority));
    }

    /** Gives the taxable amount of the line. */
    private static BigDecimal checkLine(SalesRequest.Line line, BigDecimal percent) {
        String of = " of itemSeq " + line.itemSeq();
        BigDecimal quantity = Check.notNegative("qty" + of, line.qty());
        BigDecimal price = Check.notNegative("prc" + of, line.prc());
        BigDecimal supply = cents(quantity.multiply(price));
        Check.equal("splyAmt" + of, supply, line.splyAmt());
        BigDecimal rate = Check.notNegative("dcRt" + of, line.dcRt());
        BigDecimal discount = Check.notNegative("dcAmt" + of, line.dcAmt());
        if (rate.signum() > 0) {
            Check.equal("dcAmt" + of, cents(supply.multiply(rate).divide(HUNDRED, 4, RoundingMode.HALF_UP)), discount);
        }
        BigDecimal amount = supply.subtract(discount);
        Check.notNegative("taxblAmt" + of, amount);
        Check.equal("taxblAmt" + of, amount, line.taxblAmt());
        Check.equal("totAmt" + of, amount, line.totAmt());
        Check.equal("taxAmt" + of, TaxClass.taxIn(amount, percent), line.taxAmt());
        return amount;
    }

    private static void checkHeader(
            SalesRequest sale, Authority authority, Map<TaxClass, BigDecimal> taxable, Map<TaxClass, BigDecimal> tax) {
        for (TaxClass type : authority.classes()) {
            TaxClass.Columns columns = type.columns(sale);
            Check.equal("taxRt" + type, authority.percent(type), columns.rate());
            Check.equal("taxblAmt" + type, taxable.getOrDefault(type, BigDecimal.ZERO), columns.taxable());
            Check.equal("taxAmt" + type, tax.getOrDefault(type, BigDecimal.ZERO), columns.tax());
        }
        BigDecimal total = sum(List.copyOf(taxable.values()));
        Check.equal("totTaxblAmt", total, sale.totTaxblAmt());
        Check.equal("totTaxAmt", sum(List.copyOf(tax.values())), sale.totTaxAmt());
        Check.equal("totAmt", total, sale.totAmt());
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
