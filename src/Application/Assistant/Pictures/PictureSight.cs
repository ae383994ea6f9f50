using System.Diagnostics;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using WaSaas.Application.Assistant.Guard;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Catalogue;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Pictures;

/// <summary>Shows a customer's pictures to the models that can see, one after the other, where the shop allows it.</summary>
internal sealed partial class PictureSight(
    IEnumerable<ModelBrain> models, ICatalogueSearch search, IFileStore files, IPictures pictures, ILogger<PictureSight> logger)
{
    /// <summary>Name of its step in the trace.</summary>
    public const string TraceName = "look_at_picture";

    /// <summary>As a JPEG, after it was made small; nothing larger leaves this house.</summary>
    public const int MaxBytes = 1_000_000;

    private const int MostPictures = 3;
    private const int ShelfLength = 60;
    private const int MaxOutputTokens = 300;

    /// <summary>Null when no model can or may see, or none told anything of use.</summary>
    /// <param name="session">The turn.</param>
    /// <param name="shown">Messages with pictures, oldest first.</param>
    /// <param name="meter">Counts what it costs.</param>
    /// <param name="modelTime">Ends when no model may be waited for any more.</param>
    /// <param name="ct">Ends the work.</param>
    public async Task<SeenPicture?> LookAsync(
        TurnSession session, IReadOnlyList<TurnMessage> shown, TurnMeter meter, CancellationToken modelTime, CancellationToken ct)
    {
        var turn = session.Turn;
        var seeing = turn.ModelAllowed && !Injection.IsSuspected(turn) ? models.Where(model => model.SeesPictures).ToList() : [];
        if (seeing.Count == 0 || await SmallAsync(shown, ct) is not { Count: > 0 } small)
        {
            return null;
        }

        var messages = PicturePrompt.For(session, await search.BrowseAsync(ShelfLength, ct), small);
        foreach (var model in seeing)
        {
            if (await TryAsync(model, session, meter, messages, modelTime, ct) is { } seen)
            {
                return seen;
            }
        }

        return null;
    }

    private async Task<List<byte[]>> SmallAsync(IReadOnlyList<TurnMessage> shown, CancellationToken ct)
    {
        var small = new List<byte[]>();
        foreach (var message in shown.TakeLast(MostPictures).Where(message => message.File is not null))
        {
            if (await files.ReadAsync(message.File!, ct) is { } picture
                && (await pictures.PrepareAsync(picture, ct, PictureSides.ForModel)).Value is { Jpeg.Length: <= MaxBytes } made)
            {
                small.Add(made.Jpeg);
            }
        }

        return small;
    }

    private async Task<SeenPicture?> TryAsync(
        ModelBrain model, TurnSession session, TurnMeter meter, List<ChatMessage> messages, CancellationToken modelTime, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var options = new ChatOptions { MaxOutputTokens = MaxOutputTokens, AdditionalProperties = new() { [ModelBrain.TenantKey] = session.Turn.Tenant.Id.Value } };
        try
        {
            var seen = SeenPicture.Read((await new MeteredChatClient(model, meter).GetResponseAsync(messages, options, modelTime)).Text);
            session.Note(TraceName, "{}", seen is null ? "unreadable" : ToolJson.Write(seen), Stopwatch.GetElapsedTime(started));
            return seen;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // The exception itself may quote the customer: its kind is enough.
            SawNothing(model.Name, session.Turn.TurnId.Value, (failure as BrainFailedException)?.Code ?? failure.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Model {Model} could not look at the pictures of turn {TurnId}: {Failure}")]
    private partial void SawNothing(string model, Guid turnId, string failure);
}
