using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Infrastructure.Programs;

namespace WaSaas.Infrastructure.Files;

/// <summary>npm's sharp in a child process: a picture that breaks its reader breaks nothing else. Two at a time.</summary>
internal sealed class SharpPictures(IConfiguration configuration) : IPictures, IDisposable
{
    private const string Heap = "--max-old-space-size=256";
    private const string Setting = "Files:PicturesPath";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly Lazy<string> _program = new(() => Path.Combine(ProgramFolder.Find("Files/Pictures", configuration[Setting], Setting), "src", "main.js"));
    private readonly SemaphoreSlim _places = new(2, 2);

    public async Task<Result<Picture>> PrepareAsync(byte[] upload, CancellationToken ct, int side = PictureSides.ForPeople)
    {
        if (upload.Length > PictureErrors.MaxBytes)
        {
            return PictureErrors.TooLarge;
        }

        if (upload.Length == 0)
        {
            return PictureErrors.Unreadable;
        }

        await _places.WaitAsync(ct);
        try
        {
            return await ChildProcess.RunAsync("node", [Heap, _program.Value, side.ToString(CultureInfo.InvariantCulture)], upload, Limit, ct) is { } answer ? Read(answer) : PictureErrors.Busy;
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private static Result<Picture> Read(byte[] answer)
    {
        var end = Array.IndexOf(answer, (byte)'\n');
        if (end < 0 || JsonSerializer.Deserialize<Head>(answer.AsSpan(0, end), JsonSerializerOptions.Web) is not { } head)
        {
            return PictureErrors.Busy;
        }

        if (head.Error is { } error)
        {
            return error == "too_many_pixels" ? PictureErrors.TooManyPixels : PictureErrors.Unreadable;
        }

        var photo = end + 1;
        var thumbnail = photo + head.Photo;
        return new Picture(answer[photo..thumbnail], answer[thumbnail..(thumbnail + head.Thumbnail)], head.Width, head.Height);
    }

    private sealed record Head(string? Error, int Width, int Height, int Photo, int Thumbnail);
}
