using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck.Fluent;
using WaSaas.Domain.Negotiation;

namespace WaSaas.Domain.Tests.Negotiation;

/// <summary>What a customer, or a model, cannot learn (ASSISTANT.md 2.2, P10 and P11).</summary>
public sealed partial class SecrecyProperties
{
    [Fact]
    public void P10_no_field_of_an_answer_tells_the_floor() => Property.Holds(Scripts.Any, script =>
    {
        var floor = script.Floor;
        var moves = script.Moves.Where(move => move is not CustomerMove.Offer offer || !Names(offer, floor)).ToArray();
        return floor % script.Terms.Step == 0
            || script.Terms.Tiers.Any(tier => tier.UnitPrice == floor)
            || script.Terms.ListPrice == floor
            || Talk.Play(script with { Moves = moves }).All(said => !Numbers(said.Reply).Contains(floor));
    });

    [Fact]
    public void P10_a_number_just_below_the_floor_and_one_just_above_sound_the_same() => Property.Holds(Scripts.Unending, script =>
    {
        var asks = script.Moves.OfType<CustomerMove.Ask>().Take(2).Select(_ => new CustomerMove.Ask()).ToArray();
        var below = Talk.Over(script.Terms).Hear(asks).Offer(script.Floor - 1).Last;
        var above = Talk.Over(script.Terms).Hear(asks).Offer(script.Floor + 1).Last;
        return above.Decision == Decision.Accept || script.Floor == 1 || (below.Unit == above.Unit
            ? Sound(below) == Sound(above)
            : IsPlain(below) && IsPlain(above));
    });

    [Fact]
    public void P10_the_rule_and_the_answer_have_no_public_word_for_the_floor()
    {
        Type[] told = [typeof(PriceRule), typeof(PriceReply), typeof(Alternative), typeof(AgreedPrice), typeof(PriceLine), typeof(Agreement), typeof(HaggleState), typeof(Subject), typeof(CartLine), typeof(CartSubject)];

        Assert.DoesNotContain(told.SelectMany(type => type.GetProperties()), property => FloorWord().IsMatch(property.Name));
    }

    [Fact]
    public void P11_words_around_a_number_cannot_reach_the_engine()
    {
        Type[] accepted = [typeof(int), typeof(long), typeof(AmountBasis), typeof(AlternativeKind)];
        var moves = typeof(CustomerMove).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CustomerMove))).ToArray();

        Assert.Equal(4, moves.Length);
        Assert.All(moves.SelectMany(move => move.GetProperties()), property => Assert.Contains(property.PropertyType, accepted));
    }

    [GeneratedRegex("floor|headroom|cost|minimum|reserve", RegexOptions.IgnoreCase)]
    private static partial Regex FloorWord();

    [GeneratedRegex("""(?<![\w-])-?\d+(?![\w-])""")]
    private static partial Regex WholeNumber();

    private static string Sound(PriceReply reply) =>
        string.Join(' ', reply.Alternatives.Select(way => $"{way.Kind}").Append($"{reply.Decision} {reply.Reason} {reply.Total}"));

    private static bool IsPlain(PriceReply reply) => reply.Reason is ReplyReason.Concession or ReplyReason.PriceStands;

    private static bool Names(CustomerMove.Offer offer, long floor) =>
        Math.Abs((decimal)offer.Amount - floor) < 2 || Math.Abs(((decimal)offer.Amount / offer.Quantity) - floor) < 2;

    private static HashSet<long> Numbers(PriceReply reply)
    {
        // Prices of other products and fees may equal the floor by chance; quantities and enums are small. All of them say nothing.
        var json = JsonSerializer.Serialize(reply with
        {
            Lines = [reply.Lines[0]],
            Agreement = null,
            Alternatives = [.. reply.Alternatives
                .Where(way => way.Kind is not (AlternativeKind.CheaperSimilar or AlternativeKind.AskVendor))
                .Select(way => way with { Lines = [way.Lines[0]], WaivedDelivery = 0 })],
        });
        return [.. WholeNumber().Matches(json).Select(match => long.Parse(match.Value, null)).Where(number => number > 100)];
    }
}
