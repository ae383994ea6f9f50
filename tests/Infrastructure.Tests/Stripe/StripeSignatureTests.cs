using System.Text;
using WaSaas.Infrastructure.Stripe;

namespace WaSaas.Infrastructure.Tests.Stripe;

public sealed class StripeSignatureTests
{
    private const string Secret = "whsec_test_secret";
    private const string Body = """{"id":"evt_1","object":"event"}""";
    private const string Signature = "0c8670ed117751cc551a20e35839447075c42800ea3cf3e8a2fbda99cd1e6edd";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    [Theory]
    [InlineData(Body, Signature)]
    [InlineData("{\n  \"id\": \"evt_2\",\n  \"name\": \"Zoë 😀\"\n}", "3c9e4b158ddd5210a4c85dc42f92a8d3fbc82405ed851d131c1d9cbbf4204a98")]
    public void The_published_vectors_come_out(string body, string signature) =>
        Assert.True(IsGenuine(body, $"t=1700000000,v1={signature}"));

    [Theory]
    [InlineData($"t=1700000000,v1=00,v1={Signature},v0=ff", true)]
    [InlineData($" t=1700000000 , v1={Signature} ", true)]
    [InlineData($"t=1700000000,v0={Signature}", false)]
    [InlineData($"t=1700000000,v1={Signature}00", false)]
    [InlineData($"t=1700000001,v1={Signature}", false)]
    [InlineData($"t=+1700000000,v1={Signature}", false)]
    [InlineData($"v1={Signature}", false)]
    [InlineData("t=1700000000", false)]
    [InlineData("t=1700000000,v1=zz8670ed117751cc551a20e35839447075c42800ea3cf3e8a2fbda99cd1e6edd", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_whole_signature_of_the_right_kind_counts(string? header, bool isGenuine) => Assert.Equal(isGenuine, IsGenuine(Body, header));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void Old_and_future_notices_are_refused_alike(int seconds, bool isGenuine) =>
        Assert.Equal(isGenuine, StripeSignature.IsGenuine(Encoding.UTF8.GetBytes(Body), $"t=1700000000,v1={Signature}", [Secret], Now.AddSeconds(seconds)));

    [Fact]
    public void Any_of_several_secrets_will_do_and_too_many_signatures_will_not()
    {
        var header = $"t=1700000000,{string.Join(',', Enumerable.Repeat($"v1={Signature}", 11))}";

        Assert.True(StripeSignature.IsGenuine(Encoding.UTF8.GetBytes(Body), $"t=1700000000,v1={Signature}", ["whsec_old", Secret], Now));
        Assert.False(StripeSignature.IsGenuine(Encoding.UTF8.GetBytes(Body), $"t=1700000000,v1={Signature}", ["whsec_old"], Now));
        Assert.False(IsGenuine(Body, header));
    }

    private static bool IsGenuine(string body, string? header) => StripeSignature.IsGenuine(Encoding.UTF8.GetBytes(body), header, [Secret], Now);
}
