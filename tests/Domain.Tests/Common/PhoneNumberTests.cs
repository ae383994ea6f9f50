using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tests.Common;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+22890123456", "+228 90 12 34 56")]
    [InlineData("0022890123456", "+228 90 12 34 56")]
    [InlineData("+33612345678", "+33 6 12 34 56 78")]
    [InlineData("90123456", "90 12 34 56")]
    [InlineData("0612345678", "06 12 34 56 78")]
    [InlineData("90-12-34-56", "90 12 34 56")]
    [InlineData("1234", "1234")]
    [InlineData("", "")]
    [InlineData("chez ma soeur 90123456", "chez ma soeur 90123456")]
    public void A_number_is_grouped_as_people_read_it(string written, string grouped) =>
        Assert.Equal(grouped, PhoneNumbers.Grouped(written).Replace('\u00a0', ' '));
}
