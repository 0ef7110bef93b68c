namespace SurvBot.Corpus.Embedding.Onnx;

/// <summary>Element types, numbered as in onnx.proto's TensorProto.DataType.</summary>
internal enum OnnxType
{
    Float = 1,
    Int8 = 3,
    Int64 = 7,
    Float16 = 10,
}
